import { Alert, Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { type FormEvent, type ReactNode, useState } from 'react';
import { texts } from '../i18n/texts.ts';

interface SentenceFormProps {
  label: string;
  submit: string;
  /** Said once it was done. */
  done: string;
  disabled?: boolean;
  danger?: boolean;
  /** Null when it was done, `invalid` when the form says itself what is wrong, else a sentence that says why not. */
  act: () => Promise<string | null>;
  children: ReactNode;
}

/** A form that sends once at a time, and says what came of it. What was typed stays until it is done. */
export function SentenceForm(props: SentenceFormProps) {
  const { label, submit, done, disabled = false, danger = false, act, children } = props;
  const words = texts();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await act().catch(() => words.failed);
    setBusy(false);
    if (outcome === null) toggleNotification({ type: 'success', message: done });
    else if (outcome !== 'invalid') setProblem(outcome);
  }

  return (
    <form noValidate aria-label={label} onSubmit={(event) => void send(event)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {children}
        <div role="alert">
          {problem !== null && (
            <Alert variant="danger" closeLabel={words.dismiss} onClose={() => setProblem(null)}>
              {problem}
            </Alert>
          )}
        </div>
        <Flex>
          <Button type="submit" variant={danger ? 'danger' : 'default'} loading={busy} disabled={disabled}>
            {submit}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
