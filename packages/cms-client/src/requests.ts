import { prettifyError, type ZodType } from 'zod';
import { CmsError, type CmsErrorCode } from './cms-error.ts';

/** One request to the CMS; what `read` makes of a good answer. Throws {@link CmsError}. */
export type Request = <T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
) => Promise<T>;

/**
 * Requests to one CMS, each sent once. No redirect is followed: the token goes nowhere else.
 *
 * @param url where the CMS answers, without a path.
 * @param timeout from the request to the end of the answer, in milliseconds.
 */
export function requestsTo(url: string, timeout: number): Request {
  return async (path, init, read) => {
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(new URL(path, url), { ...init, signal, redirect: 'error' });
      if (!response.ok) {
        await response.body?.cancel();
        throw new CmsError(codeOf(response.status), `The CMS answered ${response.status} to ${path}.`);
      }
      return await read(response);
    } catch (cause) {
      if (cause instanceof CmsError) throw cause;
      if (signal.aborted)
        throw new CmsError('timeout', `The CMS did not answer ${path} in ${timeout} ms.`, { cause });
      throw new CmsError('unreachable', `The CMS can't be reached at ${url}.`, { cause });
    }
  };
}

function codeOf(status: number): CmsErrorCode {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404 || status === 410) return 'not-found';
  return status === 400 || status === 413 || status === 422 ? 'rejected' : 'failed';
}

/** An answer that was read whole, and what it was asked by. */
export interface Told {
  address: string;
  json: unknown;
}

/** @throws {CmsError} `malformed` */
export function readJson(address: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CmsError('malformed', `The CMS's answer to ${address} is cut short or isn't JSON.`, { cause });
  }
}

/** @throws {CmsError} `malformed` */
export function parse<T>({ address, json }: Told, schema: ZodType<T>): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new CmsError(
    'malformed',
    `The CMS's answer to ${address} isn't as agreed:\n${prettifyError(result.error)}`,
    { cause: result.error },
  );
}
