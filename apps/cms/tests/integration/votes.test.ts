import { randomUUID } from 'node:crypto';
import { pollResultsSchema, type Submission } from '@passerelle/contracts';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { type CmsProcess, sharedEnvironment, startCmsProcess } from '../support/cms-processes.ts';
import { publishedPoll, voteOf, wordOf } from '../support/polls.ts';
import { createDatabase } from '../support/postgres.ts';
import { startCms, type TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

/** Votes by the door that the web server uses, many at a time. */
const VOTERS = 1_000;
const CONNECTIONS = 64;
const KEYS = ['alpha', 'beta', 'gamma'];

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Door = Pick<CmsProcess, 'address' | 'submitToken'>;

/** Sends each by itself, over so many connections. @returns answers in the order of the votes. */
async function sendAll(doors: readonly Door[], votes: readonly Submission[]): Promise<string[]> {
  const words: string[] = [];
  const waiting = votes.map((vote, index) => ({ vote, index }));
  async function connection(number: number): Promise<void> {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const door = doors[(number + next.index) % doors.length];
      if (!door) throw new Error('there is a door');
      const [answer] = await submit(door, [next.vote]);
      words[next.index] = answer ? wordOf(answer) : 'none';
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, number) => connection(number)));
  return words;
}

async function expectExact(cms: TestCms, doors: readonly Door[]): Promise<void> {
  const poll = await publishedPoll(cms);
  const votes = Array.from({ length: VOTERS }, (_, index) => voteOf(poll, [KEYS[index % 3] ?? 'alpha']));
  const again = votes.map((vote) => ({ ...vote, requestId: randomUUID() }));
  const words = await sendAll(doors, [...votes, ...again]);
  expect(words.filter((word) => word !== 'accepted')).toEqual([]);

  const otherKeys = votes.slice(0, 100).map((vote) => ({ ...vote, key: randomUUID() }));
  const second = await sendAll(doors, otherKeys);
  expect(new Set(second)).toEqual(new Set(['already-done']));

  const { connection } = cms.strapi.db;
  const [row] = await connection('passerelle_poll_participations').where({ poll }).count({ count: '*' });
  expect(Number(row?.count)).toBe(VOTERS);
  for (const door of doors) {
    const response = await fetch(`${door.address}/api/polls/${poll}/results`, {
      headers: { authorization: `Bearer ${door.submitToken}` },
    });
    expect(pollResultsSchema.parse(await response.json()).counts).toEqual({
      ballots: VOTERS,
      options: KEYS.map((key, index) => ({ key, count: Math.floor((VOTERS + 2 - index) / 3) })),
    });
  }
}

describe('a thousand voters, each sent twice, all at once: tally = participations = accepted', () => {
  it('on SQLite', async () => {
    const cms = await startCms();
    ends.push(cms.stop);
    await expectExact(cms, [cms]);
  });

  it('on PostgreSQL, with two CMS', async () => {
    const database = await createDatabase(inject('postgresUrl'));
    ends.push(database.drop);
    const options = { databaseUrl: database.url, environment: sharedEnvironment() };
    const here = await startCms(options);
    ends.push(here.stop);
    const there = await startCmsProcess({ ...options, counting: false });
    ends.push(() => there.end('SIGKILL'));
    await expectExact(here, [here, there]);
  });
});
