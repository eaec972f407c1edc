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
}

export const idOf = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => id ?? name;

/** Ids of the elements that describe a control (`aria-describedby`): hint, then fault; undefined when there is none. */
export function describedBy(field: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>): string | undefined {
  const id = idOf(field);
  const ids = [field.hint ? `${id}-hint` : null, field.error ? `${id}-error` : null].filter(
    (one) => one !== null,
  );
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** The value of `aria-invalid`: absent when nothing is wrong. */
export const invalid = ({ error }: Pick<FieldProps, 'error'>): 'true' | undefined =>
  error ? 'true' : undefined;
