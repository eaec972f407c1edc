import type { PollResults } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { readCounts } from '../adapters/poll-counts.ts';
import { lockPolls } from '../adapters/poll-lock.ts';
import { readPollRow } from '../adapters/poll-rows.ts';
import { pollsOf } from '../adapters/poll-setting.ts';
import { readPublishedPoll } from '../adapters/published-polls.ts';
import { standing, termOf } from '../domain/course.ts';
import { visibleResults } from '../domain/results.ts';

/** What the public may know of a poll's count. */
const results = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Exact at any time; null for a poll that isn't public. */
  async read(documentId: string): Promise<PollResults | null> {
    const setting = pollsOf(strapi);
    return strapi.db.transaction(async ({ trx }) => {
      const [poll] = await readPublishedPoll(strapi, documentId);
      if (poll === undefined) return null;
      await lockPolls(trx, [documentId], 'shared');
      const row = await readPollRow(trx, documentId);
      const { state, closedAt } = standing(termOf(poll), row?.course ?? null, setting.clock().getTime());
      const keys = poll.options.map(({ key }) => key);
      return visibleResults(poll, {
        poll: documentId,
        state,
        closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
        counts: await readCounts(setting, trx, row, keys),
        hash: row?.hash ?? null,
      });
    });
  },
});

export default results;
