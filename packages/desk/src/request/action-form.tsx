import { Alert, Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { type FormEvent, type ReactNode, useState } from 'react';
import { texts } from '../i18n/texts.ts';
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

/** A form on a request's page: sends once at a time, and says what came of it. What was typed stays until it is done. */
export function ActionForm({ label, submit, done, disabled = false, act, children }: ActionFormProps) {
  const words = texts();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await act();
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
              {problem === 'failed' ? words.failed : words.refusals[problem]}
            </Alert>
          )}
        </div>
        <Flex>
          <Button type="submit" loading={busy} disabled={disabled}>
            {submit}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
