import type { NewsletterData, NewsletterReader, SubmissionOf } from '@passerelle/contracts';
import { describe, expect, test } from 'vitest';
import type { SubmissionsClient } from './client.ts';

/** A CMS to run the suite on, with a poll that is open. */
export interface SubmissionsSubject {
  client: SubmissionsClient;
  /** The poll's document id. */
  poll: string;
  /** A submission of the CMS's own liking, by a new voter with a new key; `choice` 0 and 1 differ in their body. */
  fresh(choice?: 0 | 1): SubmissionOf<'vote'>;
  /** A token that manages, and that of a reader who was erased. */
  tokens: { reader: string; erased: string };
  /** Seals a text to the CMS. @returns base64 */
  seal(text: string): Promise<string>;
}

const readerShape = { locale: 'fr-CA', frequency: 'weekly', pausedUntil: null } as const;

/** A reader, as a CMS in memory may have them for `tokens.reader`. */
export const sampleReader: NewsletterReader = {
  ...readerShape,
  topics: [],
  programmes: [],
  state: 'reader',
  status: 'active',
  email: 'v•••••@exemple.example',
  newEmail: null,
};

/** What is kept of that reader. */
export const sampleReaderData: NewsletterData = {
  ...readerShape,
  topics: [],
  email: 'visiteur@exemple.example',
  newEmail: null,
  status: 'active',
  programmes: [],
  joinedAt: '2026-11-24T15:00:00.000Z',
  askedAt: '2026-11-24T15:00:00.000Z',
  mailedAt: null,
  confirmedAt: '2026-11-24T15:01:00.000Z',
  endedAt: null,
  lastIssueAt: null,
  suppressed: null,
  imported: null,
  issues: [],
  consents: [],
};

/** What every {@link SubmissionsClient} promises, in memory or over HTTP to the real one. */
export function submissionsClientSuite(name: string, open: () => Promise<SubmissionsSubject>): void {
  const accepted = { outcome: 'accepted' };

  describe(name, () => {
    test('the same key has the same answer, also under another request', async () => {
      const { client, fresh } = await open();
      const first = fresh();
      expect(await client.submit([first])).toEqual([accepted]);
      const again = { ...first, requestId: crypto.randomUUID(), receivedAt: new Date().toISOString() };
      expect(await client.submit([again])).toEqual([accepted]);
    });

    test('the same key with another body is refused', async () => {
      const { client, fresh } = await open();
      const first = fresh(0);
      const other = { ...first, body: fresh(1).body };
      expect(await client.submit([first])).toEqual([accepted]);
      expect(await client.submit([other])).toEqual([{ outcome: 'refused', code: 'key-reused' }]);
    });

    test('answers stand in the order of a hundred submissions, a repeated one among them', async () => {
      const { client, fresh } = await open();
      const many = Array.from({ length: 98 }, () => fresh(0));
      const first = fresh(0);
      const other = { ...first, body: fresh(1).body };
      const answers = await client.submit([first, ...many, other]);
      expect(answers.slice(0, 99)).toEqual(Array(99).fill(accepted));
      expect(answers[99]).toEqual({ outcome: 'refused', code: 'key-reused' });
    });

    test('what is sealed counts like what is not, once', async () => {
      const { client, fresh, seal } = await open();
      const [plain, waited] = [fresh(), fresh()];
      expect(await client.submit([plain])).toEqual([accepted]);
      const boxes = await Promise.all([plain, waited, waited].map((one) => seal(JSON.stringify(one))));
      expect(await client.submitSealed(boxes)).toEqual([accepted, accepted, accepted]);
    });

    test('a box that holds no submission, or is none, fails alone', async () => {
      const { client, fresh, seal } = await open();
      const boxes = [await seal('{}'), btoa('no box'), await seal(JSON.stringify(fresh()))];
      expect(await client.submitSealed(boxes)).toEqual([
        { outcome: 'failed' },
        { outcome: 'failed' },
        accepted,
      ]);
    });

    test('an alarm is taken', async () => {
      const { client } = await open();
      const receivedAt = new Date().toISOString();
      await client.alarm({ form: 'vote', requestId: crypto.randomUUID(), receivedAt, attempts: 8 });
    });

    test('results are those of the poll; of one that there is not, none', async () => {
      const { client, poll } = await open();
      expect(await client.pollResults(poll)).toMatchObject({ poll, state: 'open' });
      await expect(client.pollResults('nosuchpoll0000000000')).rejects.toMatchObject({ code: 'not-found' });
    });

    test('a reader is who has the token; who was erased is gone; of another token there is nobody', async () => {
      const { client, tokens } = await open();
      const nobody = 'A'.repeat(43);
      expect(await client.newsletterReader(tokens.reader)).toMatchObject({
        state: 'reader',
        status: 'active',
        email: expect.stringContaining('•'),
      });
      expect(await client.newsletterData(tokens.reader)).toMatchObject({
        email: expect.not.stringContaining('•'),
      });
      expect(await client.newsletterReader(tokens.erased)).toEqual({ state: 'gone' });
      for (const token of [tokens.erased, nobody]) {
        await expect(client.newsletterData(token)).rejects.toMatchObject({ code: 'not-found' });
      }
      await expect(client.newsletterReader(nobody)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
