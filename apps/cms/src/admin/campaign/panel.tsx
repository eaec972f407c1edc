import type { Locale } from '@passerelle/contracts';
import { Button, Flex, Status, Typography } from '@strapi/design-system';
import { type MouseEvent, useRef, useState } from 'react';
import type { CampaignLook } from '../../api/campaign-desk/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { IssueRow } from '../newsletter/issue-row.tsx';
import { useIssuesClient } from '../newsletter/issues-client.ts';
import { Note } from '../poll/note.tsx';
import { usePoll } from '../polling/use-poll.ts';
import { AccountList } from './account-list.tsx';
import { Audience } from './audience.tsx';
import { useCampaignClient } from './campaign-client.ts';
import { Checks } from './checks.tsx';
import { pauseAfterLook } from './pauses.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

interface PanelProps {
  documentId: string;
  /** Changes with every save, so that the answer is asked for at once. */
  occasion: string;
}

/** What becomes of the campaign being edited: whom it would go to, how it looks, what is to mend, how far it is. */
export function CampaignPanel({ documentId, occasion }: PanelProps) {
  const words = texts().campaign;
  const client = useCampaignClient(documentId);
  const issues = useIssuesClient();
  const [turn, setTurn] = useState(0);
  const [asked, setAsked] = useState<Locale | 'submit' | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const standing = useRef<HTMLDivElement>(null);
  const { answer, missed } = usePoll<CampaignLook>({
    read: client.look,
    pause: pauseAfterLook,
    subject: documentId,
    occasion: `${occasion}/${turn}`,
  });
  if (answer === null) return <Note>{missed ? words.unreachable : words.loading}</Note>;
  const { issue, locales, may, open } = answer;
  const again = () => setTurn((before) => before + 1);
  const openBy = (what: Locale | 'submit') => (event: MouseEvent<HTMLButtonElement>) => {
    opener.current = event.currentTarget;
    setAsked(what);
  };
  const close = (submitted: boolean) => {
    setAsked(null);
    if (submitted) again();
  };
  const takeFocus = () => (opener.current?.isConnected ? opener.current : standing.current)?.focus();

  return (
    <Flex direction="column" alignItems="stretch" gap={5} width="100%">
      <Flex ref={standing} tabIndex={-1} direction="column" alignItems="stretch" gap={2}>
        {issue === null ? (
          <Status variant="secondary" size="S" width="100%">
            <Typography variant="omega" fontWeight="bold">
              {words.draft}
            </Typography>
          </Status>
        ) : (
          <>
            <Flex tag="ul" direction="column" alignItems="stretch" aria-live="polite">
              <IssueRow issue={issue} client={issues} onActed={again} />
            </Flex>
            <AccountList issue={issue} />
            {!open && <Note>{words.frozen}</Note>}
          </>
        )}
        {missed && <Note>{words.unreachable}</Note>}
      </Flex>
      {open && <Audience client={client} documentId={documentId} occasion={occasion} />}
      <Flex direction="column" alignItems="stretch" gap={2}>
        {locales.map((locale) => (
          <Button key={locale} variant="tertiary" onClick={openBy(locale)}>
            {words.preview(words.languages[locale])}
          </Button>
        ))}
        <Note>{words.saved}</Note>
      </Flex>
      {open && <Checks key={occasion} client={client} />}
      {open && may.edit && <Button onClick={openBy('submit')}>{may.send ? words.send : words.submit}</Button>}
      {asked === 'submit' && (
        <SubmitDialog client={client} sends={may.send} onClose={close} takeFocus={takeFocus} />
      )}
      {asked !== null && asked !== 'submit' && (
        <PreviewDialog
          client={client}
          locale={asked}
          mayTest={may.edit}
          onClose={() => close(false)}
          takeFocus={takeFocus}
        />
      )}
    </Flex>
  );
}
