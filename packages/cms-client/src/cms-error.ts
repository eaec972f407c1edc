/**
 * Why the CMS did not answer as asked.
 *
 * `unreachable`: no connection · `timeout`: too slow · `refused`: the token isn't accepted ·
 * `failed`: the CMS answered with an error · `malformed`: the answer isn't what the contract says ·
 * `not-found`: it isn't there · `rejected`: the CMS doesn't take what was sent (400, 413, 422).
 */
export type CmsErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'failed'
  | 'malformed'
  | 'not-found'
  | 'rejected';

export class CmsError extends Error {
  override readonly name = 'CmsError';
  readonly code: CmsErrorCode;

  constructor(code: CmsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whether asking again may help. */
export const isPassing = (error: unknown): boolean =>
  error instanceof CmsError &&
  (error.code === 'unreachable' || error.code === 'timeout' || error.code === 'failed');
