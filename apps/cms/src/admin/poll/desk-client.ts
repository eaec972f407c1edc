import { type DeskFile, fileOf, refusedWith } from '@passerelle/desk/parts';
import { useFetchClient } from '@strapi/strapi/admin';
import type { PollRefusal } from '../../api/poll/domain/answers.ts';
import { type PollLook, pollLookSchema, pollRefusedSchema } from '../../api/poll-desk/domain/answers.ts';
import { readAnswer } from '../site-status/read-answers.ts';

/** A poll's desk, asked over the session of the one who is signed in. What fails throws. */
export interface DeskClient {
  look(): Promise<PollLook>;
  /** Null when it was done, else why it was refused. */
  close(): Promise<PollRefusal | null>;
  extend(closesAt: Date): Promise<PollRefusal | null>;
  reset(word: string, reason: string): Promise<PollRefusal | null>;
  /** The poll as a file, with its name. */
  file(query: Record<string, string>): Promise<DeskFile>;
}

/** Speaks for one poll. */
export function useDeskClient(documentId: string): DeskClient {
  const { get, post } = useFetchClient();
  const path = `/passerelle/polls/${documentId}`;

  async function act(action: string, body: object): Promise<PollRefusal | null> {
    try {
      await post(`${path}/${action}`, body);
      return null;
    } catch (error) {
      return refusedWith(pollRefusedSchema, error).code;
    }
  }

  return {
    look: () => readAnswer(get, pollLookSchema, path),
    close: () => act('close', {}),
    extend: (closesAt) => act('extend', { closesAt: closesAt.toISOString() }),
    reset: (word, reason) => act('reset', { word, reason }),
    file: async (query) =>
      fileOf(await get(`${path}/export`, { params: query, responseType: 'blob' }), documentId),
  };
}
