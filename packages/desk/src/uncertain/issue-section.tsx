import type { UncertainDecision, UncertainIssue, UncertainRequest } from '@passerelle/contracts';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { Section } from '../words/section.tsx';
import { count, instantWords } from '../words/times.ts';
import { MailTable } from './mail-table.tsx';
import { uncertainTexts } from './texts.ts';

interface IssueSectionProps {
  issue: UncertainIssue;
  mayDecide: boolean;
  decide: (request: UncertainRequest) => Promise<number | null>;
  onDecided: () => void;
}

/** An issue with its uncertain mails, what may be decided about them, and who has decided. */
export function IssueSection({ issue, mayDecide, decide, onDecided }: IssueSectionProps) {
  const words = uncertainTexts();
  const { toggleNotification } = useNotification();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [asked, setAsked] = useState<UncertainDecision | null>(null);
  const [busy, setBusy] = useState(false);
  const now = new Date();
  const told = (instant: string) => instantWords(instant, language(), now);
  const number = (value: number) => count(value, language());
  const listed = issue.mails.filter(({ id }) => chosen.includes(id));
  const labelOf = (decision: UncertainDecision) =>
    listed.length === 0 ? words.all[decision] : words.chosen[decision](number(listed.length));

  async function act(decision: UncertainDecision): Promise<void> {
    setAsked(null);
    setBusy(true);
    const mails = listed.length === 0 ? 'all' : listed.map(({ id }) => id);
    const done = await decide({ decision, mails }).catch(() => 'failed' as const);
    setBusy(false);
    if (done === 'failed') {
      toggleNotification({ type: 'danger', message: texts().failed });
      return;
    }
    setChosen([]);
    toggleNotification(
      done === null
        ? { type: 'warning', message: words.refused }
        : { type: 'success', message: words.done(number(done)) },
    );
    onDecided();
  }

  const possible: UncertainDecision[] = issue.maySendAgain ? ['delivered', 'send-again'] : ['delivered'];
  return (
    <Section title={words.issue(words.names[issue.frequency ?? 'campaign'], told(issue.at))}>
      <Typography>{words.counted(number(issue.count))}</Typography>
      {issue.count > issue.mails.length && (
        <Typography>{words.listed(number(issue.mails.length))}</Typography>
      )}
      {!issue.maySendAgain && <Typography>{words.cancelled}</Typography>}
      {issue.mails.length > 0 && (
        <MailTable mails={issue.mails} chosen={chosen} onChoose={mayDecide ? setChosen : null} />
      )}
      {mayDecide && issue.count > 0 && (
        <Flex gap={2} wrap="wrap">
          {possible.map((decision) => (
            <Button
              key={decision}
              variant={decision === 'delivered' ? 'secondary' : 'danger-light'}
              disabled={busy}
              onClick={() => setAsked(decision)}
            >
              {labelOf(decision)}
            </Button>
          ))}
        </Flex>
      )}
      {issue.decisions.length > 0 && (
        <>
          <Typography tag="h3" variant="epsilon">
            {words.history}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
            {issue.decisions.map(({ at, actor, decision, mails }) => (
              <Typography tag="li" key={`${at} ${decision}`}>
                {words.decided[decision](actor ?? texts().nobody, told(at), number(mails))}
              </Typography>
            ))}
          </Flex>
        </>
      )}
      <Dialog.Root open={asked !== null} onOpenChange={(open: boolean) => open || setAsked(null)}>
        {asked !== null && (
          <ConfirmDialog title={labelOf(asked)} onConfirm={() => act(asked)}>
            {words.ask[asked]}
          </ConfirmDialog>
        )}
      </Dialog.Root>
    </Section>
  );
}
