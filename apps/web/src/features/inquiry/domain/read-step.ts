import { wordingVersionSchema } from '@passerelle/contracts';
import type { Draft, FieldName } from './draft.ts';
import type { FormStep } from './form-steps.ts';
import { ownLine, ownText } from './own-text.ts';
import { maskSensitive, type SensitiveKind } from './sensitive-numbers.ts';

/** What a step's form changes in a draft; fields of other steps are not in it. */
export interface StepChange {
  apply(draft: Draft): Draft;
  /** What was masked in the message, just now. */
  masked: SensitiveKind[];
}

/** Longer than any field allows, in UTF-16 units: a text that is too long comes back whole, to be shortened. */
const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 400;

/** Controls of the form by the fields they fill. */
const LINES: Record<Exclude<FormStep, 'message' | 'consents'>, readonly (readonly [FieldName, string])[]> = {
  contact: [
    ['name', 'name'],
    ['email', 'email'],
    ['telephone', 'telephone'],
    ['reach', 'reach'],
    ['country', 'country'],
  ],
  deadline: [
    ['day', 'deadline-day'],
    ['month', 'deadline-month'],
    ['year', 'deadline-year'],
  ],
};

/** Reads a step's form. Control by control: one that didn't come leaves its field as it is. */
export function readStep(step: FormStep, form: FormData): StepChange {
  if (step === 'message') return readMessage(textIn(form, 'message'), form.has('federal'));
  if (step === 'consents') return { apply: readConsents(form), masked: [] };
  const typed = LINES[step].flatMap(([field, control]) => {
    const text = textIn(form, control);
    return text === null ? [] : [[field, ownLine(text, LONGEST_LINE)] as const];
  });
  return {
    masked: [],
    apply: (draft) => ({ ...draft, fields: { ...draft.fields, ...Object.fromEntries(typed) } }),
  };
}

/** Numbers that must not be sent are masked before anything is kept. */
function readMessage(typed: string | null, federal: boolean): StepChange {
  if (typed === null) return { apply: (draft) => draft, masked: [] };
  const { text, found } = maskSensitive(ownText(typed, LONGEST_TEXT));
  return {
    masked: found,
    apply: (draft) => ({
      ...draft,
      federal,
      fields: { ...draft.fields, message: text },
      masked: found.length > 0 || (draft.masked && text.includes('•')),
    }),
  };
}

function readConsents(form: FormData): (draft: Draft) => Draft {
  const version = (name: string) => wordingVersionSchema.safeParse(form.get(name)).data;
  const notice = version('notice') ?? null;
  const consents = [version('inquiry'), version('transfer'), version('newsletter')].filter(
    (given) => given !== undefined,
  );
  return (draft) => ({ ...draft, notice, consents });
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' ? value : null;
}
