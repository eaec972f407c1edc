import { isFetchError } from '@strapi/strapi/admin';
import type { z } from 'zod';

/** What a service answers where it refuses, by its contract. */
type RefusedSchema<Details> = z.ZodType<{ error: { details: Details } }>;

/** What a request was refused with. @throws what it failed with, where that is no refusal. */
export function refusedWith<Details>(schema: RefusedSchema<Details>, error: unknown): Details {
  const refused = schema.safeParse(isFetchError(error) ? error.response?.data : undefined);
  if (!refused.success) throw error;
  return refused.data.error.details;
}
