import { FormDialog } from '@passerelle/desk/parts';
import type { ReactNode } from 'react';
import type { PollRefusal } from '../../api/poll/domain/answers.ts';
import { deskTexts } from '../../api/poll-desk/i18n/texts.ts';
import { language, texts } from '../i18n/texts.ts';

/** What every dialog of the poll's is told by the panel. */
export interface DialogProps {
  onCancel: () => void;
  onDone: () => void;
  /** Takes the focus once the dialog has gone, and is told whether anything was done. */
  takeFocus: (done: boolean) => void;
}

interface ActionDialogProps extends DialogProps {
  title: string;
  confirm: string;
  /** Said once it was done. */
  done: string;
  dangerous?: boolean;
  /** Null when it was done, a refusal, or `invalid` when the dialog says itself what is wrong. */
  act: () => Promise<PollRefusal | 'invalid' | null>;
  children: ReactNode;
}

/** A dialog about a poll. */
export function ActionDialog({ act, dangerous = false, onCancel, ...dialog }: ActionDialogProps) {
  async function send(): Promise<string | null> {
    const outcome = await act();
    if (outcome === null || outcome === 'invalid') return outcome;
    return deskTexts(language()).refusals[outcome];
  }
  return <FormDialog {...dialog} words={texts().poll} danger={dangerous} act={send} onClose={onCancel} />;
}
