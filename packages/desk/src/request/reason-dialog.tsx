import { Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { ActionDialog } from '../words/action-dialog.tsx';
import type { Refused } from '../words/refusal.ts';

interface ReasonDialogProps {
  title: string;
  done: string;
  act: (reason: string) => Promise<Refused | null>;
  onClose: () => void;
}

/** Asks for the reason that an action needs. */
export function ReasonDialog({ title, done, act, onClose }: ReasonDialogProps) {
  const words = texts();
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title={title}
      confirm={title}
      done={done}
      onClose={onClose}
      onDone={onClose}
      act={async () => (reason.trim() === '' ? 'reason-missing' : act(reason))}
    >
      <Field.Root required>
        <Field.Label>{words.detail.reason}</Field.Label>
        <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </Field.Root>
    </ActionDialog>
  );
}
