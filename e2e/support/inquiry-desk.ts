import { expect } from '@playwright/test';
import { z } from 'zod';
import { told } from './newsroom.ts';
import { makeStaff } from './requests.ts';

/** What these tests read of a request. */
const detailSchema = z.object({
  id: z.string(),
  version: z.number(),
  reference: z.string(),
  name: z.string(),
  email: z.string(),
  message: z.string(),
  consents: z.array(z.string()),
  replies: z.array(z.object({ id: z.string(), kind: z.string(), state: z.string() })),
});
type Detail = z.infer<typeof detailSchema>;
const listSchema = z.object({ inquiries: z.array(z.object({ id: z.string() })) });
const certificateSchema = z.object({ counts: z.record(z.string(), z.number()) });
const signedInSchema = z.object({ data: z.object({ token: z.string() }) });

/** Somebody of the staff, by the requests that the desk's screens send. */
export interface Clerk {
  /** The one request that a search finds. */
  find(search: string): Promise<Detail>;
  /** Does something to a request, as it now stands. */
  act(id: string, what: string, body: object): Promise<Response>;
  /** Erases the person of an address. @returns how many of what */
  erase(email: string): Promise<Record<string, number>>;
  look(id: string): Promise<Detail>;
}

/** Signs in somebody of a role, made for this. */
export async function clerk(role: string): Promise<Clerk> {
  const { email, password } = await makeStaff(role, `Essai ${role}`);
  const answer = await fetch(`${told('CMS_URL')}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { token } = signedInSchema.parse(await answer.json()).data;
  const ask = (path: string, body?: object) =>
    fetch(`${told('CMS_URL')}/passerelle${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const look = async (id: string) => {
    const seen = await ask(`/inquiries/${id}`);
    expect(seen.status, await seen.clone().text()).toBe(200);
    return detailSchema.parse(await seen.json());
  };
  return {
    look,
    async find(search) {
      const list = await ask('/inquiries/search', { search });
      expect(list.status, await list.clone().text()).toBe(200);
      const { inquiries } = listSchema.parse(await list.json());
      expect(inquiries).toHaveLength(1);
      return await look(inquiries[0]?.id ?? '');
    },
    async act(id, what, body) {
      const { version } = await look(id);
      return await ask(`/inquiries/${id}/${what}`, { version, ...body });
    },
    async erase(address) {
      const erased = await ask('/privacy/erase', {
        subject: { email: address },
        reason: 'À la demande de la personne',
      });
      expect(erased.status, await erased.clone().text()).toBe(200);
      return certificateSchema.parse(await erased.json()).counts;
    },
  };
}
