import type { Inquiry } from '@passerelle/contracts';
import type {
  OpenField,
  PersonalRecords,
  SealField,
  WrappedKey,
} from '../../../platform/crypto/personal-records.ts';
import {
  type InquiryContent,
  type InquiryDetails,
  inquiryDetailsSchema,
  nextActionSchema,
} from '../domain/inquiry.ts';
import { INQUIRIES, type InquiryRow } from './inquiry-rows.ts';
import type { NewInquiry } from './new-inquiry.ts';

/** What is written of an inquiry's person and message: a key of its own, and everything under it. */
export async function sealInquiry(
  records: PersonalRecords,
  id: string,
  inquiry: Inquiry,
): Promise<WrappedKey & { seal: SealField; sealed: NewInquiry['sealed'] }> {
  const { wrappedKey, kid, seal } = await records.newRecord(INQUIRIES, id);
  const { guide, formVersion, answers, reach, deadline, masked, notice, consents, page } = inquiry;
  const details: InquiryDetails = {
    guide,
    formVersion,
    answers,
    reach,
    deadline,
    masked,
    notice,
    consents,
    page,
  };
  const sealOptional = (field: string, text: string | null) => (text === null ? null : seal(field, text));
  const sealed = {
    name: await seal('name', inquiry.name),
    email: await seal('email', inquiry.email),
    telephone: await sealOptional('telephone', inquiry.telephone),
    country: await sealOptional('country', inquiry.country),
    message: await seal('message', inquiry.message),
    details: await seal('details', JSON.stringify(details)),
  };
  return { wrappedKey, kid, seal, sealed };
}

/** An inquiry's record, to open and to seal what belongs to it. */
export function recordOf(records: PersonalRecords, { state, wrappedKey }: InquiryRow) {
  return records.openRecord(INQUIRIES, state.id, wrappedKey);
}

/** Everything that is sealed of an inquiry. */
export async function openInquiry(open: OpenField, { sealed }: InquiryRow): Promise<InquiryContent> {
  const openOptional = async (field: string, text: string | null) =>
    text === null ? null : open(field, text);
  return {
    name: await open('name', sealed.name),
    email: await open('email', sealed.email),
    telephone: await openOptional('telephone', sealed.telephone),
    country: await openOptional('country', sealed.country),
    message: await open('message', sealed.message),
    details: inquiryDetailsSchema.parse(JSON.parse(await open('details', sealed.details))),
    nextAction: await openNextAction(open, sealed.next_action),
  };
}

/** What lists show of it. */
export async function openSummary(open: OpenField, { sealed }: InquiryRow) {
  return {
    name: await open('name', sealed.name),
    nextAction: await openNextAction(open, sealed.next_action),
  };
}

async function openNextAction(open: OpenField, sealed: string | null) {
  if (sealed === null) return null;
  return nextActionSchema.parse(JSON.parse(await open('next_action', sealed)));
}
