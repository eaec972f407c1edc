import type { Core } from '@strapi/strapi';
import { closeNow, extendTo, resetBallots } from '../adapters/desk-actions.ts';
import { lookAt } from '../adapters/look.ts';
import { recordAct } from '../adapters/poll-audit.ts';
import { pollsOf } from '../adapters/poll-setting.ts';
import type { PollDesk, PollRefusal } from '../domain/answers.ts';

/**
 * What staff see of a poll and do with it. `actor` is a person's name as the history shows it. Each act is one
 * transaction with its line in the audit; null means it is done.
 */
const desk = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The poll now; null when there is none. */
  async look(documentId: string): Promise<PollDesk | null> {
    return strapi.db.transaction(({ trx }) => lookAt(pollsOf(strapi), trx, documentId));
  },

  async close(documentId: string, actor: string): Promise<PollRefusal | null> {
    return strapi.db.transaction(({ trx }) => closeNow(pollsOf(strapi), trx, documentId, actor));
  },

  /** Sets another closing, later or sooner, for a poll that is open or upcoming. */
  async extend(documentId: string, closesAt: Date, actor: string): Promise<PollRefusal | null> {
    return strapi.db.transaction(({ trx }) => extendTo(pollsOf(strapi), trx, documentId, closesAt, actor));
  },

  /** Throws all ballots away. `word` must be the poll's French address name; `reason` is kept in the history. */
  async reset(documentId: string, actor: string, word: string, reason: string): Promise<PollRefusal | null> {
    return strapi.db.transaction(({ trx }) =>
      resetBallots(pollsOf(strapi), trx, documentId, { actor, word, reason }),
    );
  },

  /** The poll as it is taken out of the house: the same as `look`, and written down. */
  async exportCounts(documentId: string, actor: string): Promise<PollDesk | null> {
    return strapi.db.transaction(async ({ trx }) => {
      const setting = pollsOf(strapi);
      const seen = await lookAt(setting, trx, documentId);
      if (seen === null) return null;
      await recordAct(trx, documentId, { at: setting.clock(), actor, action: 'exported', detail: null });
      return seen;
    });
  },
});

export default desk;
