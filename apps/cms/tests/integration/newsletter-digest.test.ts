import { randomUUID } from 'node:crypto';
import { describe, expect, vi } from 'vitest';
import { insertIssue } from '../../src/newsletter/adapters/issue-rows.ts';
import type { PublicArticle } from '../../src/newsletter/domain/news.ts';
import { createDigests } from '../../src/newsletter/open-digest.ts';
import { READER_SLOTS } from '../../src/newsletter/rendition.ts';
import {
  addReaders,
  addressesOf,
  issueNow,
  makeTables,
  openSender,
  SENDER,
  SIGNATURE,
} from '../support/issues.ts';
import { type JobsDatabase, jobsDatabases, testsWith } from '../support/jobs.ts';
import { startSink } from '../support/smtp-sink.ts';

const SOON = { timeout: 30_000, interval: 50 };

const article = (name: string, more: Partial<PublicArticle> = {}): PublicArticle => ({
  article: name,
  locale: 'fr-CA',
  category: null,
  programmes: [],
  publicSince: 1,
  superseded: false,
  corrections: [],
  ...more,
});

/** Digests of the articles that are public, to the readers of the database. */
async function openNewsroom(db: JobsDatabase) {
  await makeTables(db.connection);
  const sink = await startSink();
  const newsroom = { articles: [] as PublicArticle[] };
  const clock = () => new Date();
  const openEdition = createDigests({
    connection: db.connection,
    clock,
    readArticles: async () => newsroom.articles,
    readSenders: async () => () => SENDER,
    openWords: async () => async (_, content) => ({
      subject: `Nouveau ${content.articles.join('+')} corrige ${content.corrected.join('+')}.`,
      html: `<a href="${READER_SLOTS.unsubscribe}">Se désabonner</a>${SIGNATURE}`,
      text: `${READER_SLOTS.unsubscribe}\n-- \n${SIGNATURE}\n`,
      articles: content.articles,
      images: [],
    }),
  });
  const sender = openSender({ connection: db.connection, url: sink.url, more: { openEdition } });
  sender.start();
  return {
    newsroom,
    sink,
    /** Makes a digest and waits for its end. Who was taken what, by address, and its account. */
    async digest() {
      sink.taken.length = 0;
      // With spaces, as ids of digests have them.
      const id = `digest daily ${randomUUID().slice(0, 23)}`;
      const at = new Date(Date.now() - 1000);
      const content = { frequency: 'daily' };
      await insertIssue(db.connection, {
        id,
        kind: 'digest',
        state: 'approved',
        content,
        at,
        sendAt: at,
        until: null,
      });
      await vi.waitFor(
        async () => expect(await issueNow(db.connection, id)).toMatchObject({ state: 'finished' }),
        SOON,
      );
      const taken = sink.taken.map(
        ({ to, source }) => [to[0], /^Subject: (.*)\r$/m.exec(source)?.[1]] as const,
      );
      return { taken: Object.fromEntries(taken), account: await issueNow(db.connection, id) };
    },
    async close() {
      await sender.close();
      await sink.close();
    },
  };
}

describe.each(jobsDatabases)('digests on $database', ({ open }) => {
  const test = testsWith(open);
  const [one = '', two = '', three = ''] = addressesOf(3);

  test('tell each reader what is new to them, once', async (db) => {
    const { newsroom, sink, digest, close } = await openNewsroom(db);
    await addReaders(db.connection, [one, two]);
    newsroom.articles = [
      article('a'),
      article('b', { publicSince: 2 }),
      article('old', { superseded: true }),
    ];
    expect((await digest()).taken).toEqual({
      [one]: 'Nouveau b+a corrige .',
      [two]: 'Nouveau b+a corrige .',
    });

    const nothing = await digest();
    expect(nothing.taken).toEqual({});
    expect(nothing.account).toMatchObject({ candidates: 2, made: 0, excluded: { 'nothing-new': 2 } });

    // Its content is refused: whoever wasn't told of `c` is owed it.
    newsroom.articles = [article('a'), article('c', { publicSince: 3 })];
    sink.script = { end: 554 };
    expect((await digest()).account).toMatchObject({ failed: 2, sent: 0 });
    sink.script = {};

    await addReaders(db.connection, [three]);
    await db.connection('test_readers').where({ email: two }).update({ status: 'paused' });
    newsroom.articles = [
      article('a', { corrections: ['une erreur'] }),
      article('b', { publicSince: 2 }),
      article('c', { publicSince: 3 }),
    ];
    expect((await digest()).taken).toEqual({
      [one]: 'Nouveau c corrige a.',
      [three]: 'Nouveau c+b+a corrige .',
    });

    await db.connection('test_readers').where({ email: two }).update({ status: 'active' });
    newsroom.articles = [...newsroom.articles, article('d', { publicSince: 4 })];
    expect((await digest()).taken).toEqual({
      [one]: 'Nouveau d corrige .',
      [two]: 'Nouveau d+c corrige a.',
      [three]: 'Nouveau d corrige .',
    });
    await close();
  });
});
