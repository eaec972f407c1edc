import { submissionKeySchema } from '@passerelle/contracts';
import { z } from 'zod';

/** Longer is no address, and isn't shown again. */
const EMAIL_LENGTH = 320;

const carried = z.string().max(8_000).nullable().catch(null);

const guardFieldsSchema = z.object({
  key: submissionKeySchema.nullable().catch(null),
  token: carried,
  proof: carried,
  /** The field that people don't see. Whatever is in it was filled in, also what isn't text. */
  website: z.string().nullable().catch('filled'),
});

/** What a form carries for the guards; without a key it comes from a page that is a file. */
export function guardFieldsOf(form: FormData) {
  const { website: trap, ...sent } = guardFieldsSchema.parse(
    Object.fromEntries(['key', 'token', 'proof', 'website'].map((name) => [name, form.get(name)])),
  );
  return { ...sent, trap };
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export const emailOf = (form: FormData, name: string): string =>
  textOf(form, name).trim().slice(0, EMAIL_LENGTH);

export const listOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string');
