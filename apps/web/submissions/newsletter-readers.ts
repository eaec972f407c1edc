import { CmsError, type SubmissionsClient } from '@passerelle/cms-client';
import type { Submissions } from '../src/submissions/port.ts';

interface ReadersParts {
  client: Pick<SubmissionsClient, 'newsletterReader' | 'newsletterData'>;
  /** Whether the CMS is known not to answer: nobody then waits for it. */
  isAway: () => boolean;
  failed: (error: unknown) => void;
}

/** Reads a reader of the newsletter at the CMS, each time anew: nothing personal is kept here. */
export function createNewsletterReaders({
  client,
  isAway,
  failed,
}: ReadersParts): Pick<Submissions, 'newsletterReader' | 'newsletterData'> {
  async function ask<T>(read: () => Promise<T>): Promise<T | 'unknown' | null> {
    if (isAway()) return null;
    try {
      return await read();
    } catch (error) {
      if (error instanceof CmsError && (error.code === 'not-found' || error.code === 'rejected')) {
        return 'unknown';
      }
      failed(error);
      return null;
    }
  }
  return {
    newsletterReader: (token) => ask(() => client.newsletterReader(token)),
    newsletterData: (token) => ask(() => client.newsletterData(token)),
  };
}
