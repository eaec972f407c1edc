import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, Locale, SubmissionOf } from '@passerelle/contracts';
import type { PollSetting } from '../../src/api/poll/adapters/poll-setting.ts';
import { tickPolls } from '../../src/api/poll/adapters/tick.ts';
import { createVoteHandler } from '../../src/api/poll/adapters/vote-handler.ts';
import { createEnvelopes } from '../../src/platform/crypto/envelopes.ts';
import type { JobRequest } from '../../src/platform/jobs/jobs.ts';
import { documentsOf, publish, write } from './content.ts';
import type { TestCms } from './strapi.ts';

type Vote = SubmissionOf<'vote'>;
type Fields = Record<string, unknown>;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const options = (...keys: string[]) => keys.map((key) => ({ key, label: `Choix ${key}` }));

/** A poll that is public, in French alone unless told otherwise; its document id. */
export async function publishedPoll(cms: TestCms, fields: Fields = {}, locales: Locale[] = ['fr-CA']) {
  const data: Fields = {
    question: 'Que choisissez-vous ?',
    options: options('alpha', 'beta', 'gamma'),
    resultsMode: 'always',
    minVotesToShow: 0,
    ...fields,
  };
  const { documentId } = await documentsOf(cms, 'poll').create({ locale: 'fr-CA', data });
  if (locales.includes('en-CA')) {
    const english: Fields = { question: 'Which do you choose?', options: data.options };
    await write(cms, 'poll', documentId, 'en-CA', english);
  }
  await publish(cms, 'poll', documentId, locales);
  return documentId;
}

/** A voter of one poll, as the web server names it. */
export const voter = () => randomBytes(16).toString('base64url');

/** A vote as the web server hands it over. */
export function voteOf(poll: string, choices: string[], rest: Partial<Vote> = {}): Vote {
  return {
    form: 'vote',
    key: randomUUID(),
    locale: 'fr-CA',
    receivedAt: new Date().toISOString(),
    requestId: randomUUID(),
    body: { poll, choices },
    voter: voter(),
    ...rest,
  };
}

/** `accepted`, or why not. */
export const wordOf = (answer: Answer): string =>
  answer.outcome === 'refused' ? answer.code : answer.outcome;

/** The polls of a CMS, run by a clock of the test's own; what jobs were asked for is kept, not done. */
export function runPolls(cms: TestCms) {
  const asked: JobRequest[] = [];
  const clock = { ahead: 0 };
  const setting: PollSetting = {
    strapi: cms.strapi,
    jobs: { enqueue: async (request) => void asked.push(request) },
    clock: () => new Date(Date.now() + clock.ahead),
    random: Math.random,
    envelopes: createEnvelopes('c'.repeat(64)),
    countNotBefore: new Date(0),
  };
  const handler = createVoteHandler(setting);
  return {
    setting,
    asked,
    clock,
    now: () => setting.clock().getTime(),
    tick: () => tickPolls(setting),
    take: (votes: Vote[]) => cms.strapi.db.transaction(({ trx }) => handler(votes, trx)),
    async vote(poll: string, choices: string[], rest: Partial<Vote> = {}): Promise<string> {
      const vote = voteOf(poll, choices, { receivedAt: setting.clock().toISOString(), ...rest });
      const answers = await cms.strapi.db.transaction(({ trx }) => handler([vote], trx));
      return answers.map(wordOf).join();
    },
  };
}
