import { Alert } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { type FormEvent, useState } from 'react';

interface SendingOf {
  /** Null when it was done, `invalid` when the form says itself what is wrong, else a sentence that says why not. */
  act: () => Promise<string | null>;
  /** Said once it was done. */
  done: string;
  /** Said where nothing was answered. */
  failed: string;
  onDone?: () => void;
}

/** A form that is being sent. */
export interface Sending {
  busy: boolean;
  /** Why it wasn't done, as a sentence. */
  problem: string | null;
  dismiss: () => void;
  submit: (event: FormEvent) => Promise<void>;
}

/** Sends a form once at a time, and says what came of it. */
export function useSending({ act, done, failed, onDone }: SendingOf): Sending {
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    // To React a dialog is within the form that it was opened from, which must not be sent.
    event.stopPropagation();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await act().catch(() => failed);
    setBusy(false);
    if (outcome === null) {
      toggleNotification({ type: 'success', message: done });
      onDone?.();
    } else if (outcome !== 'invalid') setProblem(outcome);
  }

  return { busy, problem, dismiss: () => setProblem(null), submit };
}

/** Says why a form wasn't done, to whoever hears the page too. */
export function Problem({ of: { problem, dismiss }, closeLabel }: { of: Sending; closeLabel: string }) {
  return (
    <div role="alert">
      {problem !== null && (
        <Alert variant="danger" closeLabel={closeLabel} onClose={dismiss}>
          {problem}
        </Alert>
      )}
    </div>
  );
}
