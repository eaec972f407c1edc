import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.ts';
import { FormDialog } from './form-dialog.tsx';
import { outcomeSentence, type Refused } from './refusal.ts';

interface ActionDialogProps {
  title: string;
  confirm: string;
  /** Said once it was done. */
  done: string;
  /** Null when it was done, else why not; `invalid` when what is in it says itself what is wrong. */
  act: () => Promise<Refused | 'invalid' | null>;
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
}

/** A dialog about requests. */
export function ActionDialog({ act, ...dialog }: ActionDialogProps) {
  return <FormDialog {...dialog} words={texts()} act={async () => outcomeSentence(await act())} />;
}
