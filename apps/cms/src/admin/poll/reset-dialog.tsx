import { Field, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { REASON_LENGTH } from '../../api/poll-desk/domain/requests.ts';
import { texts } from '../i18n/texts.ts';
import { ActionDialog, type DialogProps } from './action-dialog.tsx';
import type { DeskClient } from './desk-client.ts';

interface ResetDialogProps extends DialogProps {
  client: DeskClient;
  /** The poll's address name in French; null when it has none. */
  slug: string | null;
  /** Votes are still taken. */
  open: boolean;
}

/** Asks for the poll's address name and a reason before all ballots are erased. */
export function ResetDialog({ client, slug, open, ...dialog }: ResetDialogProps) {
  const words = texts().poll;
  const [word, setWord] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = word.trim() !== slug;
  const missing = reason.trim() === '';

  async function reset() {
    setTried(true);
    return wrong || missing ? 'invalid' : client.reset(word.trim(), reason.trim());
  }

  return (
    <ActionDialog
      {...dialog}
      title={words.resetTitle}
      confirm={words.resetConfirm}
      done={words.resetDone}
      dangerous
      act={reset}
    >
      {words.resetLines(open).map((line) => (
        <Typography key={line} tag="p">
          {line}
        </Typography>
      ))}
      {slug === null ? (
        <Typography tag="p" textColor="danger600">
          {words.noWord}
        </Typography>
      ) : (
        <Field.Root required error={tried && wrong && words.wordWrong}>
          <Field.Label>{words.word(slug)}</Field.Label>
          <Field.Input
            value={word}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setWord(event.target.value)}
          />
          <Field.Error />
        </Field.Root>
      )}
      <Field.Root required hint={words.reasonHint} error={tried && missing && words.reasonMissing}>
        <Field.Label>{words.reason}</Field.Label>
        <Field.Input
          value={reason}
          maxLength={REASON_LENGTH}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </ActionDialog>
  );
}
