import {
  type PersonRequest,
  type PersonRequestKind,
  parseAddress,
  personRequestKindSchema,
  personRequestSchema,
} from '@passerelle/contracts';
import { textOf } from '../../submissions/sent-fields.ts';

/** The answers as a visitor gave them, kept as they are while something is wrong. */
export interface RequestFields {
  /** Empty when none of those offered was chosen. */
  kind: PersonRequestKind | '';
  name: string;
  email: string;
  message: string;
}

export type FieldName = keyof RequestFields;
export type RequestFault = 'kind' | 'nameMissing' | 'nameWrong' | 'emailMissing' | 'emailWrong' | 'message';
export type Faults = Partial<Record<FieldName, RequestFault>>;

export const BLANK: RequestFields = { kind: '', name: '', email: '', message: '' };

/** Longer isn't shown again: nobody types as much. */
const SHOWN = { line: 500, text: 8_000 };

export function requestFieldsOf(form: FormData): RequestFields {
  const kind = personRequestKindSchema.safeParse(form.get('kind'));
  return {
    kind: kind.success ? kind.data : '',
    name: textOf(form, 'name').trim().slice(0, SHOWN.line),
    email: textOf(form, 'email').trim().slice(0, SHOWN.line),
    // Browsers end lines with CRLF, and count them as one character.
    message: textOf(form, 'message').replaceAll('\r\n', '\n').trim().slice(0, SHOWN.text),
  };
}

/** What is wrong, by field. */
export function faultsOf({ kind, name, email, message }: RequestFields): Faults {
  const { name: nameSchema, message: messageSchema } = personRequestSchema.shape;
  const nameFault = name === '' ? 'nameMissing' : nameSchema.safeParse(name).success ? null : 'nameWrong';
  const emailFault = email === '' ? 'emailMissing' : parseAddress(email) === null ? 'emailWrong' : null;
  return {
    ...(kind === '' && { kind: 'kind' as const }),
    ...(nameFault && { name: nameFault }),
    ...(emailFault && { email: emailFault }),
    ...(!messageSchema.safeParse(message).success && { message: 'message' as const }),
  };
}

/** What is handed over; null while something is wrong. */
export function requestOf(
  fields: RequestFields,
  about: Pick<PersonRequest, 'notice' | 'page'>,
): PersonRequest | null {
  const email = parseAddress(fields.email);
  const parsed = personRequestSchema.safeParse({ ...fields, email, ...about });
  return parsed.success ? parsed.data : null;
}
