import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { IssueList } from '../../api/newsletter-desk/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { usePoll } from '../polling/use-poll.ts';
import { IssueRow } from './issue-row.tsx';
import { useIssuesClient } from './issues-client.ts';
import { shownIssues } from './shown-issues.ts';

/** While something is sent its numbers change; otherwise issues come by the day. */
const BUSY_MS = 3_000;
const PAUSE_MS = 60_000;
const RETRY_MS = 10_000;

const BUSY: ReadonlySet<string> = new Set(['approved', 'preparing', 'sending']);

/** The home page's « Infolettre »: what was sent to how many, and what waits for a person. */
export function NewsletterWidget() {
  const client = useIssuesClient();
  const [acted, setActed] = useState(0);
  const { answer, missed } = usePoll<IssueList>({
    read: client.list,
    pause(last) {
      if (last === null) return RETRY_MS;
      return last.issues.some(({ state }) => BUSY.has(state)) ? BUSY_MS : PAUSE_MS;
    },
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
