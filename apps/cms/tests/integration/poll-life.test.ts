import { createHash } from 'node:crypto';
import { type Poll, pollSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeNow, extendTo, resetBallots } from '../../src/api/poll/adapters/desk-actions.ts';
import { lookAt } from '../../src/api/poll/adapters/look.ts';
import { tickPolls } from '../../src/api/poll/adapters/tick.ts';
import { pollDeskSchema } from '../../src/api/poll/domain/answers.ts';
import { changesSince, revisionOf } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { HOUR, MINUTE, options, publishedPoll, runPolls, voter } from '../support/polls.ts';
import type { TestCms } from '../support/strapi.ts';

const ACTOR = 'La rédaction';

describe.each(databases)('the life of a poll on $name', ({ start }) => {
  let cms: TestCms;
  let polls: ReturnType<typeof runPolls>;
  beforeAll(async () => {
    cms = await start();
    polls = runPolls(cms);
  });
  afterAll(() => cms.stop());

  const at = (ahead: number) => new Date(polls.now() + ahead).toISOString();
  const act = <T>(run: (trx: Parameters<typeof lookAt>[1]) => Promise<T>) =>
    cms.strapi.db.transaction(async ({ trx }) => run(trx));
  const close = (poll: string) => act((trx) => closeNow(polls.setting, trx, poll, ACTOR));
  const extend = (poll: string, to: string) =>
    act((trx) => extendTo(polls.setting, trx, poll, new Date(to), ACTOR));
  const reset = (poll: string, word: string) =>
    act((trx) => resetBallots(polls.setting, trx, poll, { actor: ACTOR, word, reason: 'Essai' }));
  const look = async (poll: string) =>
    pollDeskSchema.parse(await act((trx) => lookAt(polls.setting, trx, poll)));
  const deeds = async (poll: string) =>
    (await look(poll)).history.map(({ action, actor }) => `${action} ${actor ?? '–'}`).reverse();

  /** The poll as the site is told, in each language that changed since. */
  async function told(poll: string, since: number): Promise<Poll[]> {
    const changes = await changesSince(cms, since);
    return changes
      .filter(({ documentId, entry }) => documentId === poll && entry !== null)
      .map(({ entry }) => pollSchema.parse(entry));
  }

  it('is told to the site at each step, in both languages', async () => {
    const closesAt = at(2 * HOUR);
    const poll = await publishedPoll(cms, { opensAt: at(HOUR), closesAt }, ['fr-CA', 'en-CA']);
    expect(await look(poll)).toMatchObject({ state: 'upcoming', published: true, counts: null, history: [] });
    const steps: [number, string][] = [
      [HOUR, 'open'],
      [2 * HOUR, 'closed'],
      [3 * HOUR, 'closed'],
    ];
    for (const [ahead, state] of steps) {
      const before = await revisionOf(cms);
      polls.clock.ahead = ahead + 1000;
      await polls.tick();
      const seen = await told(poll, before);
      expect(seen.map(({ locale }) => locale).sort()).toEqual(['en-CA', 'fr-CA']);
      expect(new Set(seen.map((entry) => entry.state))).toEqual(new Set([state]));
      const quiet = await revisionOf(cms);
      await polls.tick();
      expect(await revisionOf(cms)).toBe(quiet);
    }
    expect(polls.asked.some(({ name }) => name === 'polls.scrub')).toBe(true);
    const desk = await look(poll);
    expect(desk).toMatchObject({ state: 'final', closedAt: closesAt, countsAt: null });
    expect(await deeds(poll)).toEqual(['opened –', 'closed –', 'counted –']);
    polls.clock.ahead = 0;
  });

  it('ends with a count and a hash that anyone can check; voters, boxes and secret are gone', async () => {
    const closesAt = at(HOUR);
    const poll = await publishedPoll(cms, { closesAt });
    for (const choice of ['alpha', 'beta', 'beta']) expect(await polls.vote(poll, [choice])).toBe('accepted');
    const open = await look(poll);
    expect(open).toMatchObject({ state: 'open', counts: { ballots: 3 }, hash: null });
    polls.clock.ahead = HOUR + 1000;
    await polls.tick();
    expect(await look(poll)).toMatchObject({ state: 'closed', hash: null, countsAt: expect.any(String) });
    polls.clock.ahead = 2 * HOUR + 2000;
    const before = await revisionOf(cms);
    await polls.tick();
    const text = `passerelle-poll-count 1\npoll\t${poll}\nclosed\t${closesAt}\nballots\t3\nalpha\t1\nbeta\t2\ngamma\t0\n`;
    const hash = createHash('sha256').update(text).digest('hex');
    const counts = {
      ballots: 3,
      options: [
        { key: 'alpha', count: 1 },
        { key: 'beta', count: 2 },
        { key: 'gamma', count: 0 },
      ],
    };
    expect(await look(poll)).toMatchObject({ state: 'final', counts, hash, hours: open.hours });
    expect(open.hours.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(3);
    expect(await told(poll, before)).toMatchObject([{ final: { ...counts, closedAt: closesAt, hash } }]);
    const { connection } = cms.strapi.db;
    for (const table of ['passerelle_poll_participations', 'passerelle_poll_tallies']) {
      expect(await connection(table).where({ poll })).toEqual([]);
    }
    const row = await connection('passerelle_polls').where({ document_id: poll }).first();
    expect(row.secret).toBeNull();
    polls.clock.ahead = 0;
  });

  it('goes on after a term that passed while nobody was there: what waited still counts', async () => {
    const poll = await publishedPoll(cms, { opensAt: at(HOUR), closesAt: at(2 * HOUR) });
    const during = at(90 * MINUTE);
    polls.clock.ahead = 50 * HOUR;
    await polls.tick();
    const { countsAt } = await look(poll);
    expect(Math.abs(Date.parse(countsAt ?? '') - polls.now() - HOUR)).toBeLessThan(5000);
    expect(await polls.vote(poll, ['alpha'], { receivedAt: during })).toBe('accepted');
    expect(await polls.vote(poll, ['alpha'])).toBe('closed');
    polls.clock.ahead = 51 * HOUR + 1000;
    await polls.tick();
    expect(await look(poll)).toMatchObject({ state: 'final', counts: { ballots: 1 } });
    polls.clock.ahead = 0;
  });

  it('is not counted out before a CMS that was away has got what waited for it', async () => {
    const poll = await publishedPoll(cms);
    await polls.vote(poll, ['alpha']);
    await close(poll);
    polls.clock.ahead = 2 * HOUR;
    const restarted = { ...polls.setting, countNotBefore: new Date(polls.now() + 10 * MINUTE) };
    await tickPolls(restarted);
    expect(await look(poll)).toMatchObject({ state: 'closed' });
    polls.clock.ahead += 11 * MINUTE;
    await tickPolls(restarted);
    expect(await look(poll)).toMatchObject({ state: 'final' });
    polls.clock.ahead = 0;
  });

  it('is closed by staff, once', async () => {
    const poll = await publishedPoll(cms);
    expect(await polls.vote(poll, ['alpha'])).toBe('accepted');
    const received = at(0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await close(poll)).toBeNull();
    expect(await close(poll)).toBe('poll-not-open');
    expect(await polls.vote(poll, ['alpha'])).toBe('closed');
    expect(await polls.vote(poll, ['alpha'], { receivedAt: received })).toBe('accepted');
    expect(await extend(poll, at(HOUR))).toBe('poll-not-open');
    expect(await deeds(poll)).toEqual(['opened –', `closed ${ACTOR}`]);
    expect(await close('nosuchpollatall')).toBe('poll-not-open');
  });

  it('is extended, and shortened, while it hasn’t closed', async () => {
    const poll = await publishedPoll(cms, { closesAt: at(HOUR) });
    expect(await polls.vote(poll, ['alpha'])).toBe('accepted');
    expect(await extend(poll, at(-MINUTE))).toBe('poll-closes-in-past');
    const before = await revisionOf(cms);
    const later = at(5 * HOUR);
    expect(await extend(poll, later)).toBeNull();
    expect(await told(poll, before)).toMatchObject([{ closesAt: later, state: 'open' }]);
    polls.clock.ahead = 4 * HOUR;
    await polls.tick();
    expect(await polls.vote(poll, ['beta'])).toBe('accepted');
    // A publication of the draft keeps what the desk has set.
    await cms.strapi.documents('api::poll.poll').publish({ documentId: poll, locale: 'fr-CA' });
    expect(await look(poll)).toMatchObject({ closesAt: later, state: 'open', counts: { ballots: 2 } });
    expect(await deeds(poll)).toEqual(['opened –', `extended ${ACTOR}`]);
    polls.clock.ahead = 6 * HOUR;
    expect(await extend(poll, at(HOUR))).toBe('poll-not-open');
    polls.clock.ahead = 0;
  });

  it('is extended before it opens, but not to before its opening', async () => {
    const poll = await publishedPoll(cms, { opensAt: at(2 * HOUR) });
    expect(await extend(poll, at(HOUR))).toBe('poll-closes-in-past');
    const later = at(3 * HOUR);
    expect(await extend(poll, later)).toBeNull();
    expect(await look(poll)).toMatchObject({ state: 'upcoming', closesAt: later });
  });

  it('is reset with its word, until it is counted', async () => {
    const poll = await publishedPoll(cms, { slug: `a-remettre-${Date.now()}` });
    const one = voter();
    expect(await polls.vote(poll, ['alpha'], { voter: one })).toBe('accepted');
    const { connection } = cms.strapi.db;
    const secret = async () =>
      (await connection('passerelle_polls').where({ document_id: poll }).first()).secret;
    const first = await secret();
    expect(await reset(poll, 'autre-chose')).toBe('poll-word');
    expect((await look(poll)).counts?.ballots).toBe(1);
    const slug = (await told(poll, 0))[0]?.slug ?? '';
    expect(await reset(poll, slug)).toBeNull();
    expect(await secret()).not.toBe(first);
    expect(await look(poll)).toMatchObject({ state: 'open', counts: { ballots: 0 }, hours: [] });
    expect(await polls.vote(poll, ['beta'], { receivedAt: at(-MINUTE) })).toBe('accepted');
    expect((await look(poll)).counts?.ballots).toBe(0);
    expect(await polls.vote(poll, ['beta'], { voter: one })).toBe('accepted');
    expect((await look(poll)).counts?.ballots).toBe(1);
    expect((await look(poll)).history[0]).toMatchObject({ action: 'reset', actor: ACTOR, detail: 'Essai' });
    await close(poll);
    polls.clock.ahead = HOUR + 1000;
    await polls.tick();
    expect(await reset(poll, slug)).toBe('poll-counted');
    expect(await reset(await publishedPoll(cms, { opensAt: at(9 * HOUR) }), 'x')).toBe('poll-not-open');
    polls.clock.ahead = 0;
  });

  it('is seen by staff as a draft too, and not at all when there is none', async () => {
    const data: Record<string, unknown> = { question: 'Brouillon ?', options: options('un', 'deux') };
    const { documentId } = await cms.strapi.documents('api::poll.poll').create({ locale: 'fr-CA', data });
    expect(await look(documentId)).toMatchObject({
      published: false,
      state: 'upcoming',
      labels: { un: 'Choix un', deux: 'Choix deux' },
    });
    expect(await act((trx) => lookAt(polls.setting, trx, 'nosuchpollatall'))).toBeNull();
    expect(await extend(documentId, at(HOUR))).toBe('poll-not-open');
  });

  it('opens with its publication, or to the second, in the running CMS; its desk answers', async () => {
    const before = await revisionOf(cms);
    const poll = await publishedPoll(cms);
    expect(await told(poll, before)).toMatchObject([{ state: 'open' }]);
    const soon = await publishedPoll(cms, { opensAt: at(1500), closesAt: at(4000) });
    expect(await told(soon, before)).toMatchObject([{ state: 'upcoming' }]);
    for (const state of ['open', 'closed']) {
      await expect.poll(() => told(soon, before), { timeout: 15_000 }).toMatchObject([{ state }]);
    }
    const desk = cms.strapi.service('api::poll.desk');
    expect(await desk.exportCounts(poll, ACTOR)).toMatchObject({ state: 'open', counts: { ballots: 0 } });
    expect(await desk.close(poll, ACTOR)).toBeNull();
    expect(await desk.reset(poll, ACTOR, 'non', 'Essai')).toBe('poll-word');
    expect(await desk.extend(poll, new Date(polls.now() + HOUR), ACTOR)).toBe('poll-not-open');
    expect(await deeds(poll)).toEqual(['opened –', `exported ${ACTOR}`, `closed ${ACTOR}`]);
  });
});
