import type { Core } from '@strapi/strapi';
import {
  type PollDesk,
  type PollRefusal,
  pollDeskSchema,
  pollRefusalSchema,
} from '../../poll/domain/answers.ts';

/** What staff does with polls; each action gives null, or why it is refused, and writes the poll's history. */
export interface Desk {
  /** Null when there is no such poll. */
  look(documentId: string): Promise<PollDesk | null>;
  close(documentId: string, actor: string): Promise<PollRefusal | null>;
  extend(documentId: string, closesAt: Date, actor: string): Promise<PollRefusal | null>;
  reset(documentId: string, actor: string, word: string, reason: string): Promise<PollRefusal | null>;
  /** The same as `look`, for an export: it is written down that there was one. */
  exportCounts(documentId: string, actor: string): Promise<PollDesk | null>;
}

const deskOrNull = pollDeskSchema.nullable();
const refusalOrNull = pollRefusalSchema.nullable();

/** The application's desk of polls. */
export function deskOf(strapi: Core.Strapi): Desk {
  // Asked for anew each time: Strapi makes services when they are first needed.
  const service = () => strapi.service('api::poll.desk');
  const decided = async (answer: unknown) => refusalOrNull.parse(await answer);
  return {
    look: async (documentId) => deskOrNull.parse(await service().look(documentId)),
    close: (documentId, actor) => decided(service().close(documentId, actor)),
    extend: (documentId, closesAt, actor) => decided(service().extend(documentId, closesAt, actor)),
    reset: (documentId, actor, word, reason) => decided(service().reset(documentId, actor, word, reason)),
    exportCounts: async (documentId, actor) =>
      deskOrNull.parse(await service().exportCounts(documentId, actor)),
  };
}
