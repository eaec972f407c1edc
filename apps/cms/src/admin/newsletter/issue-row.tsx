import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import type { IssueLook } from '../../api/newsletter-desk/domain/answers.ts';
import type { DeskAction } from '../../api/newsletter-desk/domain/requests.ts';
import { issueRefusals } from '../../api/newsletter-desk/i18n/texts.ts';
import { language, texts } from '../i18n/texts.ts';
import { count, localTime } from '../times/local-times.ts';
import { accountParts } from './account-parts.ts';
import type { IssuesClient } from './issues-client.ts';
import { isFinal, needsPerson } from './shown-issues.ts';

interface IssueRowProps {
  issue: IssueLook;
  client: IssuesClient;
  onActed: () => void;
  /** What else there is to it. */
  below?: ReactNode;
}

/** An issue: what it is, how far it is, and what may be done with it. */
export function IssueRow({ issue, client, onActed, below }: IssueRowProps) {
  const words = texts().newsletter;
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<DeskAction | null>(null);

  async function act(action: DeskAction): Promise<void> {
    setAsked(null);
    setBusy(true);
    const message = await client.act(issue.id, action).then(
      (refusal) => (refusal === null ? null : issueRefusals(language())[refusal]),
      () => words.failed,
    );
    setBusy(false);
    if (message !== null) toggleNotification({ type: 'danger', message });
    else if (action === 'test') toggleNotification({ type: 'success', message: words.tested });
    onActed();
  }

  const name = issue.subject ?? words.names[issue.frequency ?? 'campaign'];
  const waits = (issue.state === 'held' || issue.state === 'approved') && new Date(issue.sendAt) > new Date();
  const isStopped = issue.state === 'held' || issue.state === 'paused';
  return (
    <Box tag="li">
      <Typography fontWeight="bold">
        {words.title(name, localTime(issue.at, new Date(), language()))}
      </Typography>
      <Typography
        tag="p"
        variant="pi"
        fontWeight="bold"
        textColor={needsPerson(issue) ? 'neutral800' : 'neutral600'}
      >
        {words.states[issue.state]}
        {isStopped && issue.problem !== null && ` – ${words.problems[issue.problem] ?? issue.problem}`}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {accountParts(issue)
          .map(([part, value]) => words.counted(words.account[part], count(value, language())))
          .join(' · ')}
      </Typography>
      {waits && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {words.scheduled(localTime(issue.sendAt, new Date(), language()))}
        </Typography>
      )}
      {!issue.addsUp && (
        <Typography tag="p" variant="pi" textColor="danger600">
          {words.wrong}
        </Typography>
      )}
      <Flex gap={2} wrap="wrap" paddingTop={1}>
        {issue.actions.map((action) => (
          <Button
            key={action}
            size="S"
            variant={action === 'cancel' ? 'danger-light' : 'tertiary'}
            disabled={busy}
            aria-label={`${words.actions[action]} – ${name}`}
            onClick={() => (isFinal(action) ? setAsked(action) : act(action))}
          >
            {words.actions[action]}
          </Button>
        ))}
      </Flex>
      {below}
      <Dialog.Root open={asked !== null} onOpenChange={(open: boolean) => open || setAsked(null)}>
        {asked !== null && (
          <ConfirmDialog title={words.actions[asked]} onConfirm={() => act(asked)}>
            {asked === 'cancel' ? words.askCancel : words.askAgain}
          </ConfirmDialog>
        )}
      </Dialog.Root>
    </Box>
  );
}
