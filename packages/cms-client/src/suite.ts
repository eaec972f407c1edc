import { ENTRY_KINDS, type Entry, type ReleaseReport } from '@passerelle/contracts';
import { describe, expect, test } from 'vitest';
import type { CmsClient } from './client.ts';

/** A CMS to run the suite on: with published content, and an image that is there. */
export interface Subject {
  client: CmsClient;
  /** Path of an upload that exists. */
  upload: string;
}

/** What every {@link CmsClient} promises, in memory or over HTTP to the real one. */
export function cmsClientSuite(name: string, open: () => Promise<Subject>): void {
  const keyOf = ({ kind, documentId, locale }: Pick<Entry, 'kind' | 'documentId' | 'locale'>) =>
    `${kind}/${documentId}/${locale}`;

  async function everyEntry(client: CmsClient): Promise<Entry[]> {
    const found: Entry[] = [];
    for (const kind of ENTRY_KINDS) {
      for await (const page of client.everyPage(kind)) found.push(...page.entries);
    }
    return found;
  }

  describe(name, () => {
    test('the pages of every kind hold each document of each locale once', async () => {
      const { client } = await open();
      const entries = await everyEntry(client);
      expect(entries.length).toBeGreaterThan(0);
      expect(new Set(entries.map(keyOf)).size).toBe(entries.length);
    });

    test('a page can be asked for by itself, from any key on', async () => {
      const { client } = await open();
      for await (const page of client.everyPage('article')) {
        const after = page.next;
        if (after === null) continue;
        const following = await client.entries('article', after);
        expect(following.entries.length).toBeGreaterThan(0);
        const before = new Set(page.entries.map(keyOf));
        expect(following.entries.some((entry) => before.has(keyOf(entry)))).toBe(false);
      }
    });

    test('the changes from the start lead to what the pages hold', async () => {
      const { client } = await open();
      const now = new Map<string, Entry>();
      let revision = 0;
      for (let more = true; more; ) {
        const page = await client.changes(revision);
        for (const change of page.changes) {
          if (change.entry) now.set(keyOf(change), change.entry);
          else now.delete(keyOf(change));
        }
        expect(page.revision).toBeGreaterThanOrEqual(revision);
        ({ revision, more } = page);
      }
      const entries = new Map((await everyEntry(client)).map((entry) => [keyOf(entry), entry]));
      expect(now).toEqual(entries);
      expect((await client.revision()).revision).toBe(revision);
    });

    test('nothing has changed since now', async () => {
      const { client } = await open();
      const { revision, epoch } = await client.revision();
      expect(await client.changes(revision)).toEqual({ epoch, revision, more: false, changes: [] });
    });

    test('an upload is read by its path; one that is not there is not found', async () => {
      const { client, upload } = await open();
      expect((await client.media(upload)).byteLength).toBeGreaterThan(0);
      await expect(client.media('/uploads/nothing-here.webp')).rejects.toMatchObject({ code: 'not-found' });
    });

    test('a report is taken, and taken again', async () => {
      const { client } = await open();
      const report: ReleaseReport = {
        build: 'suite-build',
        state: 'live',
        revision: 1,
        startedAt: '2026-11-23T12:00:00.000Z',
        finishedAt: '2026-11-23T12:00:01.000Z',
        durationMs: 1_000,
        pagesWritten: 1,
        pagesTotal: 1,
        failure: null,
      };
      await client.report(report);
      await client.report(report);
    });
  });
}
