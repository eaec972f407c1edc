import { join } from 'node:path';
import type { FakeSubmissionsOptions } from '@passerelle/cms-client';
import type { Submission } from '@passerelle/contracts';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { z } from 'zod';
import { releaseStore } from '../../releases/store.ts';
import { temporaryDirectory } from './directory.ts';
import { type Started, siteEnvironment, start } from './processes.ts';
import { keepFile, writeRelease } from './release.ts';
import { serveSubmissionsCms } from './submissions-cms.ts';
import { sealingKeys } from './votes.ts';

/** The web server in processes of its own, with a CMS whose faults are ours to choose. */

/** The program that is started. */
export const SITE = 'tests/support/submissions-site.ts';

const answerSchema = z.object({ outcome: z.string(), code: z.string().optional() });

/** A CMS, a release and the environment of a web server that knows both; what is posted to it. */
export async function prepareSite(options: FakeSubmissionsOptions = {}, more: Record<string, string> = {}) {
  const keys = await sealingKeys();
  const { cms, port } = await serveSubmissionsCms({ open: keys.open, ...options });
  const dataDir = temporaryDirectory();
  const store = releaseStore(dataDir);
  await writeRelease(store, 'release-one', { '/': await keepFile(store, 'accueil') });
  await store.switchTo('release-one');
  const environment = {
    ...(await siteEnvironment(dataDir, port)),
    SUBMISSIONS_PUBLIC_KEY: keys.publicKey,
    ...more,
  };
  const site = environment.SITE_URL;
  const listening = () =>
    expect
      .poll(
        () =>
          fetch(`${site}/healthz`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(200);
  const post = async (submission: Submission, sent?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${site}/vote/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site, ...headers },
      body: JSON.stringify({ submission, sent }),
    });
    const { outcome, code } = answerSchema.parse(await response.json());
    return {
      status: response.status,
      outcome: code ?? outcome,
      retryAfter: response.headers.get('retry-after'),
    };
  };
  const postAll = async (submissions: readonly Submission[]) => {
    const answers = [];
    // In turn, so that their order is known.
    for (const one of submissions) answers.push((await post(one)).outcome);
    return answers;
  };
  return { cms, dataDir, environment, site, listening, post, postAll };
}

/** The same, with the web server started. */
export async function startSite(options: FakeSubmissionsOptions = {}, more: Record<string, string> = {}) {
  const prepared = await prepareSite(options, more);
  const server = start(SITE, prepared.environment);
  await prepared.listening();
  return { ...prepared, server };
}

export const keysOf = (submissions: readonly Submission[]) => submissions.map(({ key }) => key);
export const spoolOf = (dataDir: string) => join(dataDir, 'web/spool.sqlite');

/** How many wait and are set aside. */
export function inSpool(dataDir: string): number {
  const database = new Database(spoolOf(dataDir), { readonly: true });
  try {
    return z.object({ items: z.int() }).parse(database.prepare('SELECT items FROM held').get()).items;
  } finally {
    database.close();
  }
}

export const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What a server has logged. */
export const linesOf = (server: Started) =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
