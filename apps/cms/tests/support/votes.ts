import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, answerBatchSchema, type Submission, type SubmissionOf } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Connection, Transaction } from '../../src/platform/jobs/database.ts';
import type { TestCms } from './strapi.ts';

/**
 * Votes whose effect is a row in the table `test_effects`, and a job `test.effect`. Some choices of options are
 * instructions to the handler.
 */

const require = createRequire(import.meta.url);
const compiled = join(import.meta.dirname, '../../dist/src');

/**
 * What a vote asks the handler for: to be refused, to throw once it has written, to break a rule of the database, to
 * lock two rows one after the other.
 */
export type Choice = 'oui' | 'non' | 'closed' | 'throws' | 'breaks-rule' | 'a-then-b' | 'b-then-a';

/** A vote with a key of its own. */
export function vote(choice: Choice, key: string = randomUUID()): SubmissionOf<'vote'> {
  return {
    form: 'vote',
    key,
    locale: 'fr-CA',
    receivedAt: new Date().toISOString(),
    requestId: randomUUID(),
    body: { poll: 'abcdefghijklmnopqrstuvwx', choices: [choice] },
    voter: randomBytes(16).toString('base64url'),
  };
}

/** Has the votes of a CMS in this process counted in `test_effects`, which is made when it is missing. */
export async function countVotes(strapi: Core.Strapi): Promise<void> {
  // The compiled files are those the running CMS has loaded; imported from here, they would be others.
  const forms: typeof import('../../src/api/submission/adapters/forms.ts') = require(
    join(compiled, 'api/submission/adapters/forms.js'),
  );
  const jobs: typeof import('../../src/platform/running-jobs.ts') = require(
    join(compiled, 'platform/running-jobs.js'),
  );
  // On PostgreSQL this makes the table of the jobs.
  await jobs.startJobs(strapi);
  await strapi.db.connection.raw(
    'CREATE TABLE IF NOT EXISTS test_effects (request_id text NOT NULL, choice text NOT NULL)',
  );
  forms.registerForms(strapi, {
    async vote(submissions, transaction) {
      const answers: Answer[] = [];
      for (const { body, requestId } of submissions) {
        const choice = body.choices[0];
        if (choice === 'closed') {
          answers.push({ outcome: 'refused', code: 'closed' });
          continue;
        }
        await transaction('test_effects').insert({ request_id: requestId, choice });
        await jobs.jobsOf(strapi).enqueue({ name: 'test.effect', payload: { requestId } }, transaction);
        if (choice === 'a-then-b') await lockInTurn(transaction, ['a', 'b']);
        if (choice === 'b-then-a') await lockInTurn(transaction, ['b', 'a']);
        if (choice === 'throws') throw new Error('the handler throws');
        if (choice === 'breaks-rule') await transaction('test_effects').insert({ request_id: requestId });
        answers.push({ outcome: 'accepted' });
      }
      return answers;
    },
  });
}

/** Slowly enough for another to hold the second row by then. */
async function lockInTurn(transaction: Transaction, rows: readonly string[]): Promise<void> {
  for (const row of rows) {
    await transaction('test_effects').where({ request_id: row }).update({ choice: 'locked' });
    await pause(300);
  }
}

/** Hands votes over as the web server does. */
export async function submit(cms: Pick<TestCms, 'address' | 'submitToken'>, submissions: Submission[]) {
  const response = await fetch(`${cms.address}/api/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${cms.submitToken}` },
    body: JSON.stringify({ submissions }),
  });
  if (response.status !== 200) throw new Error(`answered with ${response.status}`);
  return answerBatchSchema.parse(await response.json()).answers;
}

const countSchema = z.object({ count: z.coerce.number() });

/** What has come of votes: rows of the handler, jobs it asked for, keys that are known. */
export async function countEffects(connection: Connection) {
  const count = async (query: ReturnType<Connection>) =>
    countSchema.parse(await query.count({ count: '*' }).first()).count;
  const jobs = connection.client.config.client === 'pg' ? 'passerelle_jobs.job' : 'passerelle_jobs';
  return {
    effects: await count(connection('test_effects')),
    jobs: await count(connection(jobs).where({ name: 'test.effect' })),
    keys: await count(connection('passerelle_submissions')),
  };
}
