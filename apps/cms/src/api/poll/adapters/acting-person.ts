import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const stateSchema = z.object({
  user: z.object({ id: z.number(), firstname: z.string().nullish(), lastname: z.string().nullish() }),
  auth: z.object({ strategy: z.object({ name: z.literal('admin') }) }),
});

/** The name of whoever is signed in to the admin and makes this request; null for a command, a job or an import. */
export function actingPerson(strapi: Core.Strapi): string | null {
  const state = stateSchema.safeParse(strapi.requestContext.get()?.state).data;
  if (state === undefined) return null;
  const { id, firstname, lastname } = state.user;
  return [firstname, lastname].filter(Boolean).join(' ') || `#${id}`;
}
