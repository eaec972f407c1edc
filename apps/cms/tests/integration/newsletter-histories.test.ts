import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { insertIssue } from '../../src/newsletter/adapters/issue-rows.ts';
import { storeLook } from '../../src/newsletter/adapters/news-rows.ts';
import type { PublicArticle } from '../../src/newsletter/domain/news.ts';
import type { OpenEdition } from '../../src/newsletter/edition.ts';
import { createKeeping } from '../../src/newsletter/keeping.ts';
import { createLeasing } from '../../src/newsletter/lease-batch.ts';
import { createMessageIds } from '../../src/newsletter/message-id.ts';
import { createDigests } from '../../src/newsletter/open-digest.ts';
import { createOutcomeWriter } from '../../src/newsletter/outcome-writer.ts';
import { READER_SLOTS } from '../../src/newsletter/rendition.ts';
import type { Connection } from '../../src/platform/jobs/database.ts';
import { openSqlite } from '../support/connection.ts';
import { issueNow, makeTables, SENDER, SIGNATURE, testReaders } from '../support/issues.ts';

/**
 * Digests over random histories, by the statements that the sender uses: articles come, are corrected and go, readers
 * come, pause, end and come back, campaigns tell of articles too, and processes die at every point of an issue's way.
 */

const LEASE_SECONDS = 30;
/** Longer than any lease, that of a preparation too. */
const LONG_AFTER_MS = 3_600_000;

const ARTICLES = ['a', 'b', 'c'] as const;
/** Where the process dies: before the deliveries are stored, once they are its own, once a content has left. */
const DEATHS = [null, null, null, 'preparing', 'leased', 'sent'] as const;
const OUTCOMES = ['sent', 'sent', 'sent', 'failed', 'uncertain', 'later'] as const;

const article = fc.constantFrom(...ARTICLES);
const reader = fc.nat(2);
const sending = {
  death: fc.constantFrom(...DEATHS),
  outcomes: fc.array(fc.constantFrom(...OUTCOMES), { minLength: 3, maxLength: 3 }),
  /** Pauses between being chosen and being sent to. */
  pausing: fc.option(reader),
};
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('publish' as const), article }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), article }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unpublish' as const), article }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('subscribe' as const), reader }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unsubscribe' as const), reader }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pause' as const), reader }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('digest' as const), ...sending }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('campaign' as const),
      tells: fc.subarray([...ARTICLES], { minLength: 1 }),
      ...sending,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Sending = Omit<Extract<Step, { kind: 'digest' }>, 'kind'>;

class Died extends Error {
  override readonly name = 'Died';
}

const folder = mkdtempSync(join(tmpdir(), 'passerelle-histories-'));
let connection: Connection;
beforeAll(async () => {
  connection = openSqlite(join(folder, 'data.sqlite'));
  // What dies here is no machine.
  await connection.raw('PRAGMA synchronous = OFF');
  await makeTables(connection);
});
afterAll(async () => {
  await connection.destroy();
  rmSync(folder, { recursive: true });
});

const campaignSchema = z.object({ tells: z.array(z.string()) });
const stateSchema = z.array(z.object({ id: z.string(), email: z.string(), status: z.string() }));

const wordsOf = (subject: string) => ({
  subject,
  html: `<a href="${READER_SLOTS.unsubscribe}">Se désabonner</a>${SIGNATURE}`,
  text: `${READER_SLOTS.unsubscribe}\n-- \n${SIGNATURE}\n`,
  images: [],
});

/** An empty newsroom without readers. */
async function openHistory() {
  for (const table of ['deliveries', 'renditions', 'issues', 'news']) {
    await connection(`passerelle_${table}`).delete();
  }
  await connection('test_readers').delete();
  let now = 1_000_000;
  const clock = () => new Date(now);
  const articles = new Map<string, PublicArticle & { isPublic: boolean }>();
  /** What the mail server has taken, by address: the subject of each mail tells what is in it. */
  const inbox = new Map<string, string[]>();
  const readers = testReaders(connection);
  const mayDie = { preparing: false };
  const messageIdOf = createMessageIds('c'.repeat(64), 'passerelle.example');
  const addressOf = (index: number) => `visiteur-${index}@exemple.example`;
  const setStatus = (index: number, status: string) =>
    connection('test_readers')
      .where({ email: addressOf(index) })
      .update({ status });

  const readArticles = async () => [...articles.values()].filter(({ isPublic }) => isPublic);
  const openDigestEdition = createDigests({
    connection,
    clock,
    readArticles,
    readSenders: async () => () => SENDER,
    openWords: async () => async (_, content) => ({
      ...wordsOf(`+${content.articles.join('')} !${content.corrected.join('')}`),
      articles: content.articles,
    }),
  });
  const openCampaignEdition: OpenEdition = async ({ content }) => ({
    segment: {},
    senderOf: () => SENDER,
    choose: () => ({ key: 'campaign' }),
    render: async () => {
      const { tells } = campaignSchema.parse(content);
      return { ...wordsOf(`=${tells.join('')}`), articles: tells };
    },
  });
  const openEdition: OpenEdition = (issue) =>
    issue.kind === 'campaign' ? openCampaignEdition(issue) : openDigestEdition(issue);

  /** A process of its own, as far as an issue knows: what it is made of is the sender's. */
  function startProcess() {
    const holder = randomUUID();
    const errors: unknown[] = [];
    const keeping = createKeeping({
      ...{ connection, readers, openEdition, holder, clock, leaseSeconds: LEASE_SECONDS },
      messageIdOf(issue, id) {
        if (mayDie.preparing) throw new Died();
        return messageIdOf(issue, id);
      },
      alarm: async () => undefined,
      log: () => undefined,
    });
    const writer = createOutcomeWriter({
      ...{ connection, readers, holder, together: 1, random: () => 0.5 },
      onError: async (error) => {
        errors.push(error);
      },
    });
    const source = { from: { name: 'Passerelle', address: 'infolettre@passerelle.example' } };
    const lease = createLeasing({ connection, readers, source });
    const take = () => lease({ holder, now, leaseUntil: now + LEASE_SECONDS * 1000 }, 50, []);
    return { keeping, writer, take, errors };
  }

  /** One round of a process, which may die in it: then it does nothing any more. */
  async function round({ death, outcomes, pausing }: Sending): Promise<void> {
    const { keeping, writer, take, errors } = startProcess();
    await keeping.freeLost();
    mayDie.preparing = death === 'preparing';
    const prepared = keeping.prepareDue();
    if (death === 'preparing') {
      await prepared.catch((error) => expect(error).toBeInstanceOf(Died));
      mayDie.preparing = false;
      return;
    }
    await prepared;
    if (pausing !== null) await setStatus(pausing, 'paused');
    const ready = await take();
    if (death === 'leased') return;
    for (const [index, delivery] of ready.entries()) {
      const left = await writer.mark(delivery).then(
        () => true,
        () => false,
      );
      if (!left) {
        writer.settle(delivery, { kind: 'given back', reason: null, nextAt: now });
        continue;
      }
      const outcome = outcomes[index % outcomes.length] ?? 'sent';
      const { recipient, messageId, write } = delivery;
      if (outcome !== 'failed' && outcome !== 'later') {
        const subject = /^Subject: (.*)\r$/m.exec(write({ messageId, at: clock(), recipient }))?.[1] ?? '';
        inbox.set(recipient.address, [...(inbox.get(recipient.address) ?? []), subject]);
      }
      // The server has it, or has refused it, and nobody will ever tell.
      if (death === 'sent') return;
      if (outcome === 'later')
        writer.settle(delivery, { kind: 'given back', reason: '451', nextAt: now + 1 });
      else if (outcome === 'sent') writer.settle(delivery, { kind: 'sent' });
      else if (outcome === 'uncertain') writer.settle(delivery, { kind: 'uncertain', reason: 'drop' });
      else writer.settle(delivery, { kind: 'failed', reason: '554', isOfAddress: false });
    }
    await writer.drain();
    await keeping.finish();
    expect(errors).toEqual([]);
  }

  async function openIssue(kind: 'digest' | 'campaign', content: object): Promise<void> {
    const at = clock();
    await insertIssue(connection, {
      ...{ id: randomUUID(), kind, state: 'approved', content, at, sendAt: at, until: null },
    });
  }
  const openDigest = () => openIssue('digest', { frequency: 'instant' });

  /** As one that is submitted and approved at once; of articles that aren't public it tells nothing. */
  async function openCampaign(wanted: readonly string[]): Promise<void> {
    const found = await readArticles();
    await storeLook(connection, found, now);
    const tells = wanted.filter((name) => found.some((one) => one.article === name));
    if (tells.length > 0) await openIssue('campaign', { tells });
  }

  return {
    articles,
    inbox,
    joinedAt: new Map<string, number>(),
    pass: (milliseconds: number) => {
      now += milliseconds;
      return now;
    },
    addressOf,
    setStatus,
    openDigest,
    openCampaign,
    round,
  };
}
type History = Awaited<ReturnType<typeof openHistory>>;

async function take(history: History, one: Step): Promise<void> {
  const now = history.pass(1000);
  if (one.kind === 'digest' || one.kind === 'campaign') {
    if (one.kind === 'digest') await history.openDigest();
    else await history.openCampaign(one.tells);
    await history.round(one);
    // Who has died is given up.
    if (one.death !== null) history.pass(LONG_AFTER_MS);
    return;
  }
  if ('article' in one) {
    const known = history.articles.get(one.article);
    if (known === undefined) {
      if (one.kind === 'publish') history.articles.set(one.article, freshArticle(one.article, now));
    } else if (one.kind === 'correct') known.corrections = [...known.corrections, `${one.article} ${now}`];
    else known.isPublic = one.kind === 'publish';
    return;
  }
  const email = history.addressOf(one.reader);
  if (one.kind === 'subscribe') await subscribe(history, email, now);
  else if (one.kind === 'unsubscribe') await history.setStatus(one.reader, 'unsubscribed');
  else await connection('test_readers').where({ email, status: 'active' }).update({ status: 'paused' });
}

const freshArticle = (name: string, publicSince: number): PublicArticle & { isPublic: boolean } => ({
  ...{ article: name, locale: 'fr-CA', category: null, programmes: [], publicSince, superseded: false },
  ...{ corrections: [], isPublic: true },
});

/** A new reader joins; one who had paused goes on; one who had ended begins anew. */
async function subscribe(history: History, email: string, now: number): Promise<void> {
  const [known] = stateSchema.parse(await connection('test_readers').where({ email }));
  if (known === undefined) {
    const row = { id: randomUUID(), email, status: 'active', joined_at: now };
    await connection('test_readers').insert(row);
  } else {
    const joined = known.status === 'unsubscribed' ? { joined_at: now } : {};
    await connection('test_readers')
      .where({ email })
      .update({ status: 'active', ...joined });
  }
  if (known === undefined || known.status === 'unsubscribed') history.joinedAt.set(email, now);
}

/** All that is open is taken up and sent; all who had paused go on; then all is told that was owed. */
async function settle(history: History): Promise<void> {
  const good = { death: null, outcomes: ['sent' as const], pausing: null };
  await connection('test_readers').where({ status: 'paused' }).update({ status: 'active' });
  for (let time = 0; time < 2; time += 1) {
    history.pass(LONG_AFTER_MS);
    await history.openDigest();
    await history.round(good);
  }
}

const lettersOf = (history: History, email: string, mark: RegExp): string[] =>
  (history.inbox.get(email) ?? []).flatMap((subject) => Array.from(mark.exec(subject)?.[1] ?? ''));

/** Articles of mails to a reader of which it isn't known whether they were sent. */
async function uncertainOf(email: string): Promise<Set<string>> {
  const rows = await connection('passerelle_deliveries')
    .join('test_readers', 'test_readers.id', 'passerelle_deliveries.reader')
    .join('passerelle_renditions', (on) =>
      on
        .on('passerelle_renditions.issue', 'passerelle_deliveries.issue')
        .on('passerelle_renditions.key', 'passerelle_deliveries.rendition'),
    )
    .where({ email, state: 'uncertain' })
    .select('articles');
  const listed = z.array(z.object({ articles: z.string() })).parse(rows);
  return new Set(listed.flatMap(({ articles }) => z.array(z.string()).parse(JSON.parse(articles))));
}

const mailsSchema = z.array(z.object({ kind: z.enum(['digest', 'campaign']), articles: z.string() }));

/** What was, or may have been, sent to a reader, in the order in which it was chosen. */
async function mailsOf(email: string) {
  const rows = await connection('passerelle_deliveries')
    .join('test_readers', 'test_readers.id', 'passerelle_deliveries.reader')
    .join('passerelle_issues', 'passerelle_issues.id', 'passerelle_deliveries.issue')
    .join('passerelle_renditions', (on) =>
      on
        .on('passerelle_renditions.issue', 'passerelle_deliveries.issue')
        .on('passerelle_renditions.key', 'passerelle_deliveries.rendition'),
    )
    .where({ email })
    .whereIn('passerelle_deliveries.state', ['sent', 'uncertain'])
    .orderBy('passerelle_deliveries.id')
    .select('kind', 'articles');
  return mailsSchema
    .parse(rows)
    .map(({ kind, articles }) => ({ kind, articles: z.array(z.string()).parse(JSON.parse(articles)) }));
}

test('nobody is told of an article twice, none is skipped, and every issue adds up', async () => {
  const histories = fc.array(step, { minLength: 12, maxLength: 24, size: 'max' });
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const history = await openHistory();
      for (const index of [0, 1]) await take(history, { kind: 'subscribe', reader: index });
      for (const one of steps) await take(history, one);
      await settle(history);

      const readers = stateSchema.parse(await connection('test_readers'));
      for (const { email, status } of readers) {
        const byDigests = lettersOf(history, email, /^\+([a-c]*) /);
        expect(byDigests, 'told of twice').toEqual([...new Set(byDigests)]);
        // An editor may have a campaign tell of what was told; a digest never does.
        const before = new Set<string>();
        for (const { kind, articles } of await mailsOf(email)) {
          if (kind === 'digest')
            expect(
              articles.filter((name) => before.has(name)),
              'told of again',
            ).toEqual([]);
          for (const name of articles) before.add(name);
        }
        const told = [...byDigests, ...lettersOf(history, email, /^=([a-c]*)$/)];
        for (const name of ARTICLES) {
          const corrections = history.articles.get(name)?.corrections.length ?? 0;
          const count = lettersOf(history, email, /!([a-c]*)$/).filter((one) => one === name).length;
          expect(count, 'corrections told').toBeLessThanOrEqual(corrections);
        }
        if (status !== 'active') continue;
        const may = await uncertainOf(email);
        const since = history.joinedAt.get(email) ?? 0;
        const skipped = [...history.articles.values()].filter(
          (one) =>
            one.isPublic && one.publicSince > since && !told.includes(one.article) && !may.has(one.article),
        );
        expect(
          skipped.map((one) => one.article),
          'skipped',
        ).toEqual([]);
      }
      for (const { id } of await connection('passerelle_issues').select('id')) {
        const { state, prepared, leased, sending } = await issueNow(connection, id);
        expect({ state, open: prepared + leased + sending }).toEqual({ state: 'finished', open: 0 });
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
});
