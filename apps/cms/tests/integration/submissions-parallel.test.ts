import type { Answer, Submission } from '@passerelle/contracts';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { sharedEnvironment, startCmsProcess } from '../support/cms-processes.ts';
import { createDatabase } from '../support/postgres.ts';
import { startCms } from '../support/strapi.ts';
import { countEffects, countVotes, submit, vote } from '../support/votes.ts';

const accepted: Answer = { outcome: 'accepted' };
const keyReused: Answer = { outcome: 'refused', code: 'key-reused' };

/** What is made for a test, ended after it, the last first. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0).reverse()) await end();
});

async function postgresUrl(): Promise<string> {
  const database = await createDatabase(inject('postgresUrl'));
  ends.push(database.drop);
  return database.url;
}

const databases = [
  { name: 'SQLite', url: async () => undefined },
  { name: 'PostgreSQL', url: postgresUrl },
];

async function startCounting(options: Parameters<typeof startCms>[0]) {
  const cms = await startCms(options);
  ends.push(cms.stop);
  await countVotes(cms.strapi);
  return cms;
}

/** Runs a piece of work so many times, over so many connections at once. */
async function overConnections<T>(connections: number, times: number, work: (time: number) => Promise<T>) {
  const results: T[] = [];
  let next = 0;
  const connection = async () => {
    while (next < times) {
      const time = next;
      next += 1;
      results.push(await work(time));
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return results;
}

describe.each(databases)('one key on $name', ({ url }) => {
  it('has one effect and one answer: 100 times over 16 connections, after a restart, and a day later', async () => {
    const databaseUrl = await url();
    const first = await startCounting({ databaseUrl });
    const sent = vote('oui');
    const answers = await overConnections(16, 100, () => submit(first, [sent]));
    expect(answers).toHaveLength(100);
    for (const answer of answers) expect(answer).toEqual([accepted]);
    const once = { effects: 1, jobs: 1, keys: 1 };
    expect(await countEffects(first.strapi.db.connection)).toEqual(once);
    await first.keep();

    const second = await startCounting({ databaseUrl, folder: first.folder });
    expect(await submit(second, [sent])).toEqual([accepted]);
    for (const hours of [24, 25]) {
      vi.setSystemTime(Date.now() + hours * 3_600_000);
      expect(await submit(second, [sent])).toEqual([accepted]);
      expect(await submit(second, [vote('non', sent.key)])).toEqual([keyReused]);
      vi.useRealTimers();
    }
    expect(await countEffects(second.strapi.db.connection)).toEqual(once);
  });

  it('is decided once where batches that share keys meet in any order', async () => {
    const cms = await startCounting({ databaseUrl: await url() });
    const all = Array.from({ length: 60 }, () => vote('oui'));
    const answers = await overConnections(16, 64, (time) => submit(cms, sliceOf(all, time)));
    for (const answer of answers) expect(answer).toEqual(answer.map(() => accepted));
    expect(await countEffects(cms.strapi.db.connection)).toEqual({ effects: 60, jobs: 60, keys: 60 });
  });

  it('with two bodies at once has the effect of one, and the other is refused', async () => {
    const cms = await startCounting({ databaseUrl: await url() });
    const pairs = Array.from({ length: 40 }, () => vote('oui')).map(
      (one) => [one, vote('non', one.key)] as const,
    );
    await overConnections(8, pairs.length, async (time) => {
      const answers = await Promise.all((pairs[time] ?? []).map((one) => submit(cms, [one])));
      expect(answers.flat()).toContainEqual(accepted);
      expect(answers.flat()).toContainEqual(keyReused);
    });
    expect(await countEffects(cms.strapi.db.connection)).toEqual({ effects: 40, jobs: 40, keys: 40 });
  });
});

describe('on PostgreSQL', () => {
  it('two CMS over one database decide each key once', async () => {
    const options = { databaseUrl: await postgresUrl(), environment: sharedEnvironment() };
    const here = await startCounting(options);
    const there = await startCmsProcess({ ...options, counting: true });
    ends.push(() => there.end('SIGKILL'));
    const all = Array.from({ length: 300 }, () => vote('oui'));
    const answers = await overConnections(16, 200, (time) =>
      submit(time % 2 === 0 ? here : there, sliceOf(all, Math.floor(time / 2))),
    );
    for (const answer of answers) expect(answer).toEqual(answer.map(() => accepted));
    const keys = new Set(
      Array.from({ length: 100 }, (_, time) => sliceOf(all, time)).flatMap((batch) =>
        batch.map(({ key }) => key),
      ),
    ).size;
    expect(await countEffects(here.strapi.db.connection)).toEqual({ effects: keys, jobs: keys, keys });
  });

  it('transactions that block one another are run again', async () => {
    const cms = await startCounting({ databaseUrl: await postgresUrl() });
    const { connection } = cms.strapi.db;
    await connection('test_effects').insert(['a', 'b'].map((row) => ({ request_id: row, choice: 'held' })));
    const crossed = [vote('a-then-b'), vote('b-then-a')];
    expect(await Promise.all(crossed.map((one) => submit(cms, [one])))).toEqual([[accepted], [accepted]]);
    await vi.waitFor(
      async () => {
        const { rows } = await connection.raw(
          'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
        );
        expect(Number(rows[0].deadlocks)).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 200 },
    );
  });
});

/** A part of them, another at each time, in an order of its own. */
function sliceOf(all: readonly Submission[], time: number): Submission[] {
  const start = (time * 7) % all.length;
  const part = [...all, ...all].slice(start, start + 20);
  return time % 2 === 0 ? part : part.reverse();
}
