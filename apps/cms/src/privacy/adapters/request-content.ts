import type { PersonRequest } from '@passerelle/contracts';
import type { PersonalRecords } from '../../platform/crypto/personal-records.ts';
import type { NewRequest, PersonRequestRow } from './request-rows.ts';
import { PERSON_REQUESTS } from './request-rows.ts';

/** What is sealed of a request, in clear. */
export interface RequestContent {
  name: string;
  email: string;
  message: string;
  reason: string | null;
  provision: string | null;
  extension: string | null;
}

/** A key of its own for a request, and its person and words under it. */
export async function sealRequest(
  records: PersonalRecords,
  id: string,
  { name, email, message, notice, page }: PersonRequest,
): Promise<Pick<NewRequest, 'wrappedKey' | 'kid' | 'sealed'>> {
  const { wrappedKey, kid, seal } = await records.newRecord(PERSON_REQUESTS, id);
  const sealed = {
    name: await seal('name', name),
    email: await seal('email', email),
    message: await seal('message', message),
    details: await seal('details', JSON.stringify({ notice, page })),
  };
  return { wrappedKey, kid, sealed };
}

/** The person and the words of a request; null once they were erased. */
export async function openRequestContent(
  records: PersonalRecords,
  { id, wrappedKey, sealed }: PersonRequestRow,
): Promise<RequestContent | null> {
  const { name, email, message, reason, provision, extension } = sealed;
  if (wrappedKey === null || name === null || email === null || message === null) return null;
  const { open } = await records.openRecord(PERSON_REQUESTS, id, wrappedKey);
  return {
    name: await open('name', name),
    email: await open('email', email),
    message: await open('message', message),
    reason: reason === null ? null : await open('reason', reason),
    provision: provision === null ? null : await open('provision', provision),
    extension: extension === null ? null : await open('extension', extension),
  };
}

/** Seals what staff write of a request. @throws when the request was erased. */
export async function sealWords(
  records: PersonalRecords,
  { id, wrappedKey }: PersonRequestRow,
  field: 'reason' | 'provision' | 'extension',
  words: string,
): Promise<string> {
  if (wrappedKey === null) throw new Error('the request has no key any more');
  const { seal } = await records.openRecord(PERSON_REQUESTS, id, wrappedKey);
  return seal(field, words);
}
