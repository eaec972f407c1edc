import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bodyOf,
  changesSince,
  documentsOf,
  draftArticle,
  publicLocales,
  publish,
  publishedArticle,
  revisionOf,
  write,
} from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

describe.each(databases)('publication on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  describe('French first', () => {
    it('refuses English alone, by every way of publishing', async () => {
      const documentId = await draftArticle(cms, { title: 'Seul' });
      await write(cms, 'article', documentId, 'en-CA', { title: 'Alone', body: bodyOf('Hello.') });
      const refusal = { details: { code: 'french-first' } };
      await expect(publish(cms, 'article', documentId, 'en-CA')).rejects.toMatchObject(refusal);
      await expect(publish(cms, 'article', documentId, ['en-CA'])).rejects.toMatchObject(refusal);
      const data: Record<string, unknown> = { title: 'Alone again' };
      await expect(
        documentsOf(cms, 'article').update({ documentId, locale: 'en-CA', status: 'published', data }),
      ).rejects.toMatchObject(refusal);
      const fresh: Record<string, unknown> = { title: 'New and alone', body: bodyOf('Hello.') };
      await expect(
        documentsOf(cms, 'article').create({ locale: 'en-CA', status: 'published', data: fresh }),
      ).rejects.toMatchObject(refusal);
      expect(await publicLocales(cms, 'article', documentId)).toEqual([]);
    });

    it('lets both out together', async () => {
      const documentId = await draftArticle(cms, { title: 'Ensemble' });
      await write(cms, 'article', documentId, 'en-CA', { title: 'Together', body: bodyOf('Hello.') });
      await publish(cms, 'article', documentId, '*');
      expect(await publicLocales(cms, 'article', documentId)).toEqual(['fr-CA', 'en-CA']);
    });

    it.each([
      ['unpublish', 'fr-CA'],
      ['delete', 'fr-CA'],
    ] as const)('takes English away on %s of the French, in the same change', async (action, locale) => {
      const documentId = await publishedArticle(cms, { title: `Retrait ${action}` });
      await write(cms, 'article', documentId, 'en-CA', { title: `Away ${action}`, body: bodyOf('Hello.') });
      await publish(cms, 'article', documentId, 'en-CA');
      const before = await revisionOf(cms);
      const articles = documentsOf(cms, 'article');
      if (action === 'unpublish') await articles.unpublish({ documentId, locale });
      else await articles.delete({ documentId, locale });
      expect(await publicLocales(cms, 'article', documentId)).toEqual([]);
      const told = await changesSince(cms, before);
      expect(told.map((change) => [change.documentId, change.locale, change.entry])).toEqual(
        expect.arrayContaining([
          [documentId, 'fr-CA', null],
          [documentId, 'en-CA', null],
        ]),
      );
    });

    it('holds while one publishes the English and another takes the French away', async () => {
      const documentId = await draftArticle(cms, { title: 'En même temps' });
      await write(cms, 'article', documentId, 'en-CA', { title: 'At once', body: bodyOf('Hello.') });
      for (let round = 0; round < 6; round += 1) {
        await publish(cms, 'article', documentId);
        await Promise.allSettled([
          publish(cms, 'article', documentId, 'en-CA'),
          documentsOf(cms, 'article').unpublish?.({ documentId, locale: 'fr-CA' }),
        ]);
        expect(await publicLocales(cms, 'article', documentId)).not.toEqual(['en-CA']);
      }
    });

    it('holds for kinds without drafts too', async () => {
      const data: Record<string, unknown> = { name: 'English only' };
      await expect(documentsOf(cms, 'category').create({ locale: 'en-CA', data })).rejects.toMatchObject({
        details: { code: 'french-first' },
      });
    });
  });

  describe('slugs', () => {
    it('are made of the title, and numbered when taken', async () => {
      const titles = { title: 'Un œuvre à part' };
      const first = await publishedArticle(cms, titles);
      const second = await publishedArticle(cms, titles);
      const slugs = (await changesSince(cms, 0)).flatMap(({ documentId, entry }) =>
        entry?.kind === 'article' && [first, second].includes(documentId) ? [entry.slug] : [],
      );
      expect(slugs).toEqual(['un-oeuvre-a-part', 'un-oeuvre-a-part-2']);
    });

    it('are unique among drafts of the locale, and free in the other', async () => {
      await draftArticle(cms, { slug: 'pris' });
      await expect(draftArticle(cms, { slug: 'pris' })).rejects.toMatchObject({
        details: { code: 'slug-taken' },
      });
      const other = await draftArticle(cms, { slug: 'autre' });
      await write(cms, 'article', other, 'en-CA', { title: 'Other', slug: 'pris', body: bodyOf('Hello.') });
    });

    it.each([
      ['Été', 'slug-malformed'],
      ['categorie', 'slug-reserved'],
    ])('refuse %s', async (slug, code) => {
      await expect(draftArticle(cms, { slug })).rejects.toMatchObject({ details: { code } });
    });

    it('of a copy are its own', async () => {
      const documentId = await publishedArticle(cms, { slug: 'original' });
      const copy = await documentsOf(cms, 'article').clone({ documentId, locale: '*' });
      expect(copy?.entries[0]).toMatchObject({ documentId: expect.not.stringMatching(documentId) });
      const row = await cms.strapi.db
        .query('api::article.article')
        .findOne({ where: { documentId: copy?.documentId } });
      expect(row.slug).not.toBe('original');
      expect(row.slug).toMatch(/^[a-z0-9-]+$/);
    });
  });

  describe('what can’t be read', () => {
    it('is refused with all that is in the way, and leaves nothing behind', async () => {
      const before = await revisionOf(cms);
      const documentId = await draftArticle(cms, {
        title: 'Illisible',
        body: [
          { __component: 'blocks.table', caption: 'Trop courte', cells: 'a | b\nc', rowHeaders: true },
          { __component: 'blocks.embed', url: 'javascript:alert(1)', title: 'X', provider: 'Y' },
        ],
      });
      await expect(publish(cms, 'article', documentId)).rejects.toMatchObject({
        details: {
          code: 'unreadable',
          errors: [
            { path: ['body', '0', 'rows'], message: expect.stringContaining('autant de cellules') },
            { path: ['body', '1', 'url'] },
          ],
        },
      });
      expect(await publicLocales(cms, 'article', documentId)).toEqual([]);
      expect(await revisionOf(cms)).toBe(before);
    });

    it('counts a poll that is not public', async () => {
      const data: Record<string, unknown> = {
        question: 'Oui ou non ?',
        options: [
          { key: 'oui', label: 'Oui' },
          { key: 'non', label: 'Non' },
        ],
      };
      const poll = await documentsOf(cms, 'poll').create({ locale: 'fr-CA', data });
      const body = [{ __component: 'blocks.poll', poll: poll.documentId }];
      const documentId = await draftArticle(cms, { title: 'Avec sondage', body });
      await expect(publish(cms, 'article', documentId)).rejects.toMatchObject({
        details: { errors: [{ path: ['body', '0', 'poll'] }] },
      });
      await publish(cms, 'poll', poll.documentId);
      await publish(cms, 'article', documentId);
      const before = await revisionOf(cms);
      await documentsOf(cms, 'poll').unpublish?.({ documentId: poll.documentId, locale: 'fr-CA' });
      const told = await changesSince(cms, before);
      expect(told).toContainEqual(
        expect.objectContaining({ documentId, entry: expect.objectContaining({ body: [] }) }),
      );
    });
  });

  it('keeps the first date of publication, and dates the latest', async () => {
    const documentId = await publishedArticle(cms, { title: 'Dates' });
    const read = async () => {
      const change = (await changesSince(cms, 0)).find((each) => each.documentId === documentId);
      return change?.entry?.kind === 'article' ? change.entry : undefined;
    };
    const first = await read();
    expect(first?.publishedAt).toBe(first?.modifiedAt);
    await write(cms, 'article', documentId, 'fr-CA', { title: 'Dates, encore' });
    await publish(cms, 'article', documentId);
    const second = await read();
    expect(second?.publishedAt).toBe(first?.publishedAt);
    expect(Date.parse(second?.modifiedAt ?? '')).toBeGreaterThan(Date.parse(first?.modifiedAt ?? ''));
  });
});
