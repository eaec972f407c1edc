import { Field } from '@strapi/design-system';

interface WallTimeFieldProps {
  label: string;
  value: string;
  /** What is wrong with it; false where nothing is. */
  error: string | false;
  onChange: (wallTime: string) => void;
}

/** A day and a time, as a clock at the newsroom shows them. */
export function WallTimeField({ label, value, error, onChange }: WallTimeFieldProps) {
  return (
    <Field.Root required error={error}>
      <Field.Label>{label}</Field.Label>
      <Field.Input type="datetime-local" value={value} onChange={(event) => onChange(event.target.value)} />
      <Field.Error />
    </Field.Root>
  );
}
