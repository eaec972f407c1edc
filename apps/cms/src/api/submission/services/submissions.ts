import type { Answer, SpoolAlarm, Submission } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { env } from '../../../env.ts';
import { raiseAlarm } from '../../../platform/alarm.ts';
import { withRetries } from '../../../platform/database/retries.ts';
import { cmsLog } from '../../../platform/log/log.ts';
import { visitorsFirst } from '../../../platform/right-of-way.ts';
import { fingerprintOf, isSameBody } from '../adapters/fingerprints.ts';
import { formsOf } from '../adapters/forms.ts';
import { type OpenBox, openerOf } from '../adapters/sealed-boxes.ts';
import { readDecisions, storeDecisions, takeKeys } from '../adapters/submission-rows.ts';
import {
  answersFrom,
  decide,
  type Fingerprinted,
  firstOfEachKey,
  UndecidedError,
} from '../domain/decisions.ts';

/** What visitors send: decided once for each key, with all its effects or none. */
const submissions = ({ strapi }: { strapi: Core.Strapi }) => {
  let opener: Promise<OpenBox> | undefined;

  /** Answers a batch in one transaction: keys first, then what the handlers write, then the answers. */
  function decideTogether(batch: readonly Fingerprinted[]): Promise<Answer[]> {
    const firsts = firstOfEachKey(batch);
    const run = async () =>
      strapi.db.transaction(async ({ trx }) => {
        const taken = await takeKeys(trx, firsts, new Date());
        const isFresh = ({ print }: Fingerprinted) => taken.has(print.keyHash);
        const known = firsts.filter((first) => !isFresh(first)).map(({ print }) => print.keyHash);
        const before = await readDecisions(trx, known);
        const now = await decide(firsts.filter(isFresh), formsOf(strapi), trx);
        await storeDecisions(trx, now);
        return answersFrom(batch, [...before, ...now], isSameBody);
      });
    return withRetries(run, Math.random);
  }

  /** A submission that can't be decided fails by itself; a database that is away fails the request. */
  async function decideAlone(item: Fingerprinted): Promise<Answer[]> {
    try {
      return await decideTogether([item]);
    } catch (error) {
      if (!(error instanceof UndecidedError)) throw error;
      const { requestId, form } = item.submission;
      cmsLog()
        .child({ requestId })
        .error({ form, err: error.cause ?? error }, 'submission failed');
      return [{ outcome: 'failed' }];
    }
  }

  async function decideBatch(batch: readonly Fingerprinted[]): Promise<Answer[]> {
    if (batch.length > 1) {
      try {
        return await decideTogether(batch);
      } catch (error) {
        if (!(error instanceof UndecidedError)) throw error;
      }
    }
    const answers: Answer[] = [];
    for (const item of batch) answers.push(...(await decideAlone(item)));
    return answers;
  }

  return {
    /**
     * Answers submissions, in their order.
     *
     * @throws when the database is away: what was decided by then is given the same answer when it comes again.
     */
    async submit(batch: readonly Submission[]): Promise<Answer[]> {
      const prints = batch.map((submission) => ({ submission, print: fingerprintOf(submission) }));
      const answers = await visitorsFirst.first(() => decideBatch(prints));
      logAnswers(batch, answers);
      return answers;
    },

    /** Answers submissions that come sealed, in their order. One that can't be read fails by itself. */
    async submitSealed(boxes: readonly string[]): Promise<Answer[]> {
      opener ??= openerOf(env().SUBMISSIONS_PRIVATE_KEY);
      const open = await opener;
      const opened = boxes.map(open);
      const readable = opened.filter((submission) => submission !== null);
      const unreadable = boxes.length - readable.length;
      if (unreadable > 0) cmsLog().error({ unreadable }, 'sealed submissions could not be read');
      const answers = (readable.length > 0 ? await this.submit(readable) : []).values();
      return opened.map((submission): Answer => {
        const answer = submission === null ? undefined : answers.next().value;
        return answer ?? { outcome: 'failed' };
      });
    },

    /** Tells people that the web server has set something aside. */
    async alarm({ form, requestId, attempts }: SpoolAlarm): Promise<void> {
      const at = new Date().toISOString();
      await raiseAlarm(strapi, { code: 'submission-set-aside', at, form, requestId, attempts });
    },
  };
};

function logAnswers(batch: readonly Submission[], answers: readonly Answer[]): void {
  const log = cmsLog();
  if (!log.isLevelEnabled('debug')) return;
  for (const [index, { requestId, form }] of batch.entries()) {
    log.child({ requestId }).debug({ form, ...answers[index] }, 'submission');
  }
}

export default submissions;
