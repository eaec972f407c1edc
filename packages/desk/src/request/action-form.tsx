import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.ts';
import { SentenceForm } from '../words/sentence-form.tsx';
import type { Refused } from './use-request.ts';

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
  const words = texts();
  async function send(): Promise<string | null> {
    const outcome = await act();
    if (outcome === null || outcome === 'invalid') return outcome;
    return outcome === 'failed' ? words.failed : words.refusals[outcome];
  }
  return <SentenceForm {...form} act={send} />;
}
