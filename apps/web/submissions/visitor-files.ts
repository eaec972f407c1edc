import { CmsError, type FilesClient } from '@passerelle/cms-client';
import type { Logger } from 'pino';
import type { VisitorFiles } from '../src/submissions/visitor-files.ts';

/** Hands visitors' files over to the CMS, and what is kept of persons to them. Nothing of them is kept or logged here, their names included. */
export function createVisitorFiles(client: FilesClient, log: Logger): VisitorFiles {
  async function ask<T>(request: Promise<T>): Promise<T | null> {
    try {
      return await request;
    } catch (error) {
      log.warn({ err: error }, 'a file of a visitor was not handed over');
      return null;
    }
  }
  return {
    invitation: (token) => ask(client.invitation(token)),
    async send(file) {
      const answer = await ask(client.send(file));
      const code = answer?.outcome === 'refused' ? answer.code : undefined;
      log.info({ outcome: answer?.outcome ?? 'unavailable', code }, 'file');
      return answer;
    },
    async bundle(token) {
      try {
        const file = await client.bundle(token);
        log.info({ outcome: 'given' }, 'bundle');
        return file;
      } catch (error) {
        if (error instanceof CmsError && (error.code === 'not-found' || error.code === 'rejected'))
          return 'unknown';
        log.warn({ err: error }, 'what is kept of a person was not handed over');
        return null;
      }
    },
  };
}
