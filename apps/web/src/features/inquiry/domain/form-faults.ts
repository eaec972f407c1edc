import { inquirySchema } from '@passerelle/contracts';
import { type DeadlineFault, deadlineOf } from './deadline.ts';
import type { Draft } from './draft.ts';
import { FORM_STEPS, type FormStep } from './form-steps.ts';
import { isCountry, telephoneOf } from './telephone.ts';

/** What can be wrong with what was typed. Each has a text in both languages. */
export type FormFaultCode =
  | 'message-missing'
  | 'message-long'
  | 'federal-needed'
  | 'name-missing'
  | 'name-long'
  | 'email-missing'
  | 'email-wrong'
  | 'telephone-wrong'
  | 'telephone-needed'
  | 'reach-missing'
  | 'country-unknown'
  | DeadlineFault
  | 'consent-needed'
  | 'transfer-needed';

/** Names of the controls that faults lead to. */
export type Control =
  | 'message'
  | 'federal'
  | 'name'
  | 'email'
  | 'telephone'
  | 'reach'
  | 'country'
  | 'deadline'
  | 'inquiry'
  | 'transfer';

export interface FormFault {
  control: Control;
  code: FormFaultCode;
}

/** What a draft is held against. */
export interface FormRules {
  /** In Québec, `YYYY-MM-DD`. */
  today: string;
  /** Whether only federal matters are answered: no request about Québec’s programmes is taken then (Q2). */
  federalOnly: boolean;
  /** Wordings shown now: what was ticked under another one is asked again. */
  wordings: {
    notice: string;
    inquiry: string;
    /** Null where nothing goes outside Québec. */
    transfer: string | null;
  };
}

/** In UTF-16 units, as the contract has them. */
const MESSAGE_LENGTH = 5_000;
const NAME_LENGTH = 120;

const CHECKS: Record<FormStep, (draft: Draft, rules: FormRules) => FormFault[]> = {
  message({ fields: { message }, federal }, { federalOnly }) {
    const faults: FormFault[] = [];
    if (federalOnly && !federal) faults.push({ control: 'federal', code: 'federal-needed' });
    if (message.trim() === '') faults.push({ control: 'message', code: 'message-missing' });
    if (message.length > MESSAGE_LENGTH) faults.push({ control: 'message', code: 'message-long' });
    return faults;
  },

  contact({ fields: { name, email, telephone, reach, country } }) {
    const faults: FormFault[] = [];
    if (name === '') faults.push({ control: 'name', code: 'name-missing' });
    else if (name.length > NAME_LENGTH) faults.push({ control: 'name', code: 'name-long' });
    if (email === '') faults.push({ control: 'email', code: 'email-missing' });
    else if (!inquirySchema.shape.email.safeParse(email).success)
      faults.push({ control: 'email', code: 'email-wrong' });
    if (country !== '' && !isCountry(country)) faults.push({ control: 'country', code: 'country-unknown' });
    if (telephone !== '' && !telephoneOf(telephone, country))
      faults.push({ control: 'telephone', code: 'telephone-wrong' });
    if (!inquirySchema.shape.reach.safeParse(reach).success)
      faults.push({ control: 'reach', code: 'reach-missing' });
    else if (reach === 'telephone' && telephone === '')
      faults.push({ control: 'telephone', code: 'telephone-needed' });
    return faults;
  },

  deadline({ fields }, { today }) {
    const deadline = deadlineOf(fields, today);
    return 'fault' in deadline ? [{ control: 'deadline', code: deadline.fault }] : [];
  },

  consents({ notice, consents }, { wordings }) {
    const isGiven = (wording: string) => notice === wordings.notice && consents.includes(wording);
    const faults: FormFault[] = [];
    if (!isGiven(wordings.inquiry)) faults.push({ control: 'inquiry', code: 'consent-needed' });
    if (wordings.transfer !== null && !isGiven(wordings.transfer))
      faults.push({ control: 'transfer', code: 'transfer-needed' });
    return faults;
  },
};

/** What is wrong with a step, in the order of its controls; empty when nothing is. */
export const faultsOf = (step: FormStep, draft: Draft, rules: FormRules): FormFault[] =>
  CHECKS[step](draft, rules);

/** The first step that something is wrong with; null when the draft may be sent. */
export function firstUnfinished(draft: Draft, rules: FormRules): FormStep | null {
  return FORM_STEPS.find((step) => faultsOf(step, draft, rules).length > 0) ?? null;
}
