import { Field, TextInput } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  missing: boolean;
}

/** Why a person's data is taken: without it, nothing is. */
export function ReasonField({ value, onChange, missing }: ReasonFieldProps) {
  const words = texts().readers;
  return (
    <Field.Root required hint={words.reasonHint} error={missing && words.reasonMissing}>
      <Field.Label>{words.reason}</Field.Label>
      <TextInput value={value} maxLength={1000} onChange={(event) => onChange(event.target.value)} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

export const isReason = (reason: string): boolean => reason.trim().length >= 3;
