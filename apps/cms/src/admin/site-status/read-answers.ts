import type { z } from 'zod';

/** Strapi's own client: it carries the session and renews it. */
export type Get = (
  path: string,
  options: { params: Record<string, string>; signal: AbortSignal },
) => Promise<{ data: unknown }>;

/** An answer that takes longer is asked for again later. */
const TIMEOUT_MS = 10_000;

/**
 * Asks the CMS and reads the answer by its contract.
 *
 * @throws when there is no answer, a refusal, or an answer of another form.
 */
export async function readAnswer<Schema extends z.ZodType>(
  get: Get,
  schema: Schema,
  path: string,
  query: Record<string, string> = {},
): Promise<z.output<Schema>> {
  const { data } = await get(path, {
    params: query,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return schema.parse(data);
}
