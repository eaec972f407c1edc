import { type Frequency, frequencySchema, parseAddress } from '@passerelle/contracts';
import { emailOf, listOf, textOf } from '../../submissions/sent-fields.ts';
import { suggestAddress } from './suggest-domain.ts';

/** Rises with what the form asks or how. */
export const FORM_VERSION = '2';

/** The answers as a visitor gave them, kept as they are while something is wrong. */
export interface SubscribeFields {
  email: string;
  topics: string[];
  /** Empty when none of those offered was chosen. */
  frequency: Frequency | '';
  /** The wording whose box was ticked; empty when it wasn't. */
  consent: string;
  /** The collection notice that was shown; empty where there was none. */
  notice: string;
  /** Path of the page where it began. */
  page: string;
}

export type FieldName = 'email' | 'topics' | 'frequency' | 'consent';
export type SubscribeFault = 'emailMissing' | 'emailWrong' | 'topics' | 'frequency' | 'consent';
export type Faults = Partial<Record<FieldName, SubscribeFault>>;

export const BLANK: Omit<SubscribeFields, 'page'> = {
  email: '',
  topics: [],
  frequency: 'weekly',
  consent: '',
  notice: '',
};

/** Reads what was sent. The button that takes the address suggested sends that instead of the one that was typed. */
export function subscribeFieldsOf(form: FormData, page: string): SubscribeFields {
  const frequency = form.has('frequency') ? textOf(form, 'frequency') : BLANK.frequency;
  const parsed = frequencySchema.safeParse(frequency);
  return {
    email: emailOf(form, 'correction') || emailOf(form, 'email'),
    topics: [...new Set(listOf(form, 'topics'))],
    frequency: parsed.success ? parsed.data : '',
    consent: textOf(form, 'consent'),
    notice: textOf(form, 'notice'),
    page,
  };
}

export function emailFault(email: string): 'emailMissing' | 'emailWrong' | null {
  if (email === '') return 'emailMissing';
  return parseAddress(email) === null ? 'emailWrong' : null;
}

/**
 * What is wrong, by field.
 *
 * @param offered document ids of the topics there are.
 * @param wording version of the wording shown now: a tick beside an older one was given for other words.
 */
export function faultsOf(fields: SubscribeFields, offered: ReadonlySet<string>, wording: string): Faults {
  const email = emailFault(fields.email);
  return {
    ...(email && { email }),
    ...(fields.topics.some((topic) => !offered.has(topic)) && { topics: 'topics' }),
    ...(fields.frequency === '' && { frequency: 'frequency' }),
    ...(fields.consent !== wording && { consent: 'consent' }),
  };
}

/** The address that was probably meant, unless the visitor has seen it suggested and kept to theirs. */
export function doubtOf({ email }: SubscribeFields, seen: string): string | null {
  return seen === email ? null : suggestAddress(email);
}
