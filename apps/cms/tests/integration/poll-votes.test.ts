import { type PollResults, pollResultsSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVoteHandler } from '../../src/api/poll/adapters/vote-handler.ts';
import { documentsOf } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { HOUR, MINUTE, options, publishedPoll, runPolls, voteOf, voter, wordOf } from '../support/polls.ts';
import type { TestCms } from '../support/strapi.ts';

const SUBMIT_TOKEN = 's'.repeat(40);

describe.each(databases)('votes on $name', ({ start }) => {
  let cms: TestCms;
  let polls: ReturnType<typeof runPolls>;
  beforeAll(async () => {
    cms = await start({ environment: { SUBMIT_TOKEN } });
    polls = runPolls(cms);
  });
  afterAll(() => cms.stop());

  async function results(poll: string): Promise<PollResults> {
    const response = await cms.get(`/api/polls/${poll}/results`, SUBMIT_TOKEN);
    expect(response.status).toBe(200);
    return pollResultsSchema.parse(await response.json());
  }

  const participations = async (poll: string) =>
    Number(
      (
        await cms.strapi.db
          .connection('passerelle_poll_participations')
          .where({ poll })
          .count('* as n')
          .first()
      )?.n,
    );

  it('are counted once each: 1,000 voters and 1,000 repetitions side by side', {
    timeout: 120_000,
  }, async () => {
    const poll = await publishedPoll(cms, { selection: 'multiple', max: 2 });
    const choices = [['alpha'], ['beta'], ['gamma'], ['alpha', 'gamma']];
    const first = Array.from({ length: 1000 }, (_, index) => voteOf(poll, choices[index % 4] ?? []));
    // The same voters again: some choose otherwise, all with keys of their own.
    const again = first.map((vote, index) =>
      voteOf(poll, choices[(index + (index % 3)) % 4] ?? [], { voter: vote.voter }),
    );
    const all = [...first, ...again].map((vote) => ({ vote, at: Math.random() })).sort((a, b) => a.at - b.at);
    const batches: (typeof first)[] = [];
    for (let at = 0; at < all.length; ) {
      const size = 1 + Math.floor(Math.random() * 60);
      batches.push(all.slice(at, at + size).map(({ vote }) => vote));
      at += size;
    }
    // Two handlers, as of two processes, each with what it remembers.
    const other = createVoteHandler(polls.setting);
    const taken: { poll: string; choices: string[] }[] = [];
    let refused = 0;
    await Promise.all(
      batches.map(async (batch, index) => {
        const answers =
          index % 2 === 0
            ? await polls.take(batch)
            : await cms.strapi.db.transaction(({ trx }) => other(batch, trx));
        for (const [place, answer] of answers.entries()) {
          const vote = batch[place];
          if (answer.outcome === 'accepted' && vote) taken.push(vote.body);
          else if (wordOf(answer) === 'already-done') refused += 1;
        }
      }),
    );
    expect([taken.length, refused]).toEqual([1000, 1000]);
    expect(await participations(poll)).toBe(1000);
    const count = (key: string) => taken.filter((body) => body.choices.includes(key)).length;
    expect((await results(poll)).counts).toEqual({
      ballots: 1000,
      options: ['alpha', 'beta', 'gamma'].map((key) => ({ key, count: count(key) })),
    });
  });

  it('of one voter in one batch count once, the first of them', async () => {
    const poll = await publishedPoll(cms);
    const one = voter();
    const answers = await polls.take([
      voteOf(poll, ['nowhere'], { voter: one }),
      voteOf(poll, ['beta'], { voter: one }),
      voteOf(poll, ['alpha'], { voter: one }),
      voteOf(poll, ['gamma']),
    ]);
    expect(answers.map(wordOf)).toEqual(['invalid', 'accepted', 'already-done', 'accepted']);
    expect((await results(poll)).counts?.options.map(({ count }) => count)).toEqual([0, 1, 1]);
  });

  it('for several polls are told apart, also those that are none', async () => {
    const [one, two] = [await publishedPoll(cms), await publishedPoll(cms, { options: options('x', 'y') })];
    const hidden: Record<string, unknown> = { question: 'Brouillon', options: options('x', 'y') };
    const draft = await documentsOf(cms, 'poll').create({ locale: 'fr-CA', data: hidden });
    const same = voter();
    const answers = await polls.take([
      voteOf(two, ['x'], { voter: same }),
      voteOf(one, ['alpha'], { voter: same }),
      voteOf('nosuchpollatall', ['x']),
      voteOf(draft.documentId, ['x']),
      voteOf(two, ['alpha']),
      voteOf(one, ['alpha', 'beta']),
    ]);
    expect(answers.map(wordOf)).toEqual([
      ...['accepted', 'accepted', 'unknown-subject', 'unknown-subject', 'invalid', 'invalid'],
    ]);
    expect((await results(one)).counts?.ballots).toBe(1);
    expect((await results(two)).counts?.ballots).toBe(1);
  });

  it('leave nothing when their transaction is rolled back, the opening included', async () => {
    const opensAt = new Date(Date.now() + HOUR).toISOString();
    const poll = await publishedPoll(cms, { opensAt });
    polls.clock.ahead = 2 * HOUR;
    const handler = createVoteHandler(polls.setting);
    const votes = [voteOf(poll, ['alpha'], { receivedAt: polls.setting.clock().toISOString() })];
    await expect(
      cms.strapi.db.transaction(async ({ trx }) => {
        expect((await handler(votes, trx)).map(wordOf)).toEqual(['accepted']);
        throw new Error('the power went out');
      }),
    ).rejects.toThrow('the power went out');
    expect(await participations(poll)).toBe(0);
    expect((await results(poll)).state).toBe('upcoming');
    const again = await cms.strapi.db.transaction(({ trx }) => handler(votes, trx));
    expect(again.map(wordOf)).toEqual(['accepted']);
    expect(await participations(poll)).toBe(1);
    polls.clock.ahead = 0;
  });

  it('are judged by when they were received: before the opening, late, and long after', async () => {
    const base = Date.now();
    const at = (ahead: number) => ({ receivedAt: new Date(base + ahead).toISOString() });
    const poll = await publishedPoll(cms, {
      opensAt: new Date(base + 10 * MINUTE).toISOString(),
      closesAt: new Date(base + 60 * MINUTE).toISOString(),
    });
    polls.clock.ahead = 0;
    expect(await polls.vote(poll, ['alpha'])).toBe('not-open');
    polls.clock.ahead = 30 * MINUTE;
    expect(await polls.vote(poll, ['alpha'], at(9 * MINUTE))).toBe('not-open');
    expect(await polls.vote(poll, ['alpha'], at(10 * MINUTE))).toBe('accepted');
    expect(await polls.vote(poll, ['alpha'], at(600 * MINUTE))).toBe('accepted');
    polls.clock.ahead = 70 * MINUTE;
    expect(await polls.vote(poll, ['beta'])).toBe('closed');
    await polls.tick();
    expect(await polls.vote(poll, ['beta'], at(59 * MINUTE))).toBe('accepted');
    expect(await polls.vote(poll, ['beta'], at(60 * MINUTE))).toBe('closed');
    polls.clock.ahead = 131 * MINUTE;
    await polls.tick();
    expect(await polls.vote(poll, ['beta'], at(59 * MINUTE))).toBe('closed');
    expect(await results(poll)).toMatchObject({ state: 'final', counts: { ballots: 3 } });
    polls.clock.ahead = 0;
  });

  it('see at once what editors have changed before anyone voted', async () => {
    const poll = await publishedPoll(cms);
    expect(await polls.vote(poll, ['delta'])).toBe('invalid');
    const data: Record<string, unknown> = { options: options('alpha', 'delta') };
    await documentsOf(cms, 'poll').update({ documentId: poll, locale: 'fr-CA', data });
    await documentsOf(cms, 'poll').publish?.({ documentId: poll, locale: 'fr-CA' });
    expect(await polls.vote(poll, ['delta'])).toBe('accepted');
    expect((await results(poll)).counts).toMatchObject({
      ballots: 1,
      options: [{}, { key: 'delta', count: 1 }],
    });
  });

  it('show results to the web server’s token alone, and of public polls alone', async () => {
    const poll = await publishedPoll(cms, { resultsMode: 'staff' });
    await polls.vote(poll, ['alpha']);
    expect(await results(poll)).toMatchObject({ state: 'open', mode: 'staff', counts: null, tooFew: false });
    expect((await cms.get(`/api/polls/${poll}/results`)).status).toBe(401);
    expect((await cms.get(`/api/polls/${poll}/results`, cms.siteToken)).status).toBe(403);
    expect((await cms.get('/api/polls/nosuchpollatall/results', SUBMIT_TOKEN)).status).toBe(404);
    expect((await cms.get('/api/polls/%00/results', SUBMIT_TOKEN)).status).toBe(400);
    expect((await cms.get(`/api/polls/${poll}/results?populate=*`, SUBMIT_TOKEN)).status).toBe(400);
  });
});
