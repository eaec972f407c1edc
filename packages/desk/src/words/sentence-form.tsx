import { Button, Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.ts';
import { Problem, useSending } from './sending.tsx';

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

/** A form on a page. What was typed stays until it is done. */
export function SentenceForm(props: SentenceFormProps) {
  const { label, submit, done, disabled = false, danger = false, act, children } = props;
  const words = texts();
  const sending = useSending({ act, done, failed: words.failed });
  return (
    <form noValidate aria-label={label} onSubmit={(event) => void sending.submit(event)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {children}
        <Problem of={sending} closeLabel={words.dismiss} />
        <Flex>
          <Button
            type="submit"
            variant={danger ? 'danger' : 'default'}
            loading={sending.busy}
            disabled={disabled}
          >
            {submit}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
