import type { ReactNode } from 'react';
import { outcomeSentence, type Refused } from '../words/refusal.ts';
import { SentenceForm } from '../words/sentence-form.tsx';

interface ActionFormProps {
  label: string;
  submit: string;
  done: string;
  disabled?: boolean;
  /** Null when it was done, `invalid` when the form says itself what is wrong. */
  act: () => Promise<Refused | 'invalid' | null>;
  children: ReactNode;
}

/** A form on a request's page. */
export function ActionForm({ act, ...form }: ActionFormProps) {
  return <SentenceForm {...form} act={async () => outcomeSentence(await act())} />;
}
