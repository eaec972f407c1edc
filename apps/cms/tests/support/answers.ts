import { expect } from 'vitest';
import type { z } from 'zod';

/** What a request is answered with, by its contract; its status is this one, or the test fails with what was said. */
export async function answered<T extends z.ZodType>(
  asked: Promise<Response>,
  schema: T,
  status = 200,
): Promise<z.output<T>> {
  const response = await asked;
  const answer: unknown = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(status);
  return schema.parse(answer);
}
