import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { IssueList } from '../../api/newsletter-desk/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { usePoll } from '../polling/use-poll.ts';
import { IssueRow } from './issue-row.tsx';
import { useIssuesClient } from './issues-client.ts';
import { pauseAfterIssues } from './pauses.ts';
import { shownIssues } from './shown-issues.ts';

/** The home page's « Infolettre »: what was sent to how many, and what waits for a person. */
export function NewsletterWidget() {
  const client = useIssuesClient();
  const [acted, setActed] = useState(0);
  const { answer, missed } = usePoll<IssueList>({
    read: client.list,
    pause: pauseAfterIssues,
    subject: 'newsletter-issues',
    occasion: `${acted}`,
  });
  const words = texts().newsletter;
  if (answer === null) return missed ? <Widget.Error>{words.unreachable}</Widget.Error> : <Widget.Loading />;
  const shown = shownIssues(answer.issues);
  if (shown.length === 0) return <Typography textColor="neutral600">{words.none}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4} aria-label={words.list}>
      {shown.map((issue) => (
        <IssueRow key={issue.id} issue={issue} client={client} onActed={() => setActed(acted + 1)} />
      ))}
    </Flex>
  );
}
