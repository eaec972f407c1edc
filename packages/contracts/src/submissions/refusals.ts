import { z } from 'zod';

/** Why a submission is not taken, whoever decides it: the web server's guards or the CMS. Closed: each has texts in both languages. */
export const refusalCodeSchema = z.enum([
  /** A field is missing or wrong; the fields are named. */
  'invalid',
  'too-large',
  'wrong-type',
  /** The request was made from another site. */
  'cross-origin',
  /** The form was rendered too long ago, or not by us: a fresh one is shown with the answers kept. */
  'expired',
  /** Sent faster than a person can read. */
  'too-fast',
  /** A field that people don't see was filled in. */
  'trapped',
  /** Many came from the same network: wait, or prove work. */
  'too-many',
  'proof-wrong',
  /** The same key came with another content before. */
  'key-reused',
  'unknown-subject',
  'not-open',
  'closed',
  'already-done',
  /** Neither the CMS nor the spool could take it: nothing was kept. */
  'unavailable',
]);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

/** HTTP status of each refusal (RFC 9110; 429 of RFC 6585). */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  invalid: 422,
  'too-large': 413,
  'wrong-type': 415,
  'cross-origin': 403,
  expired: 422,
  'too-fast': 422,
  trapped: 422,
  'too-many': 429,
  'proof-wrong': 422,
  'key-reused': 409,
  'unknown-subject': 404,
  'not-open': 409,
  closed: 410,
  'already-done': 409,
  unavailable: 503,
};
