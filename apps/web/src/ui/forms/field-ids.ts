/** What every control of a form is told. */
export interface FieldProps {
  /** Of the control in the form; its id is the same unless `id` says otherwise. */
  name: string;
  /** Unique in the page. */
  id?: string;
  label: string;
  /** Stands below the label, and is read with it. */
  hint?: string | null;
  /** What is wrong, as a sentence; null when nothing is. */
  error?: string | null;
  /** Said beside the label; what says nothing is asked for. */
  optional?: boolean;
  /** Shown, and not sent. Better than that: leave the field out. */
  disabled?: boolean;
}

export const idOf = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => id ?? name;

/**
 * Ids of the elements that describe a control (`aria-describedby`): hint, what else there is, then fault; undefined
 * when there is none.
 *
 * @param others ids of what a control has beyond its hint and fault.
 */
export function describedBy(
  field: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>,
  ...others: readonly (string | false)[]
): string | undefined {
  const id = idOf(field);
  const ids = [Boolean(field.hint) && `${id}-hint`, ...others, Boolean(field.error) && `${id}-error`].filter(
    (one) => one !== false,
  );
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** The value of `aria-invalid`: absent when nothing is wrong. */
export const invalid = ({ error }: Pick<FieldProps, 'error'>): 'true' | undefined =>
  error ? 'true' : undefined;
