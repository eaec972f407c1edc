import { errors } from '@strapi/utils';
import type { z } from 'zod';

/**
 * Parses what a caller sent.
 *
 * @throws a validation error, answered with 400 and the list of what is wrong.
 */
export function parseRequest<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError('The request does not follow the contract', {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
  });
}

/** What was looked for. @throws 404 when there is nothing. */
export function found<T>(answer: T | null | undefined): T {
  if (answer == null) throw new errors.NotFoundError();
  return answer;
}
