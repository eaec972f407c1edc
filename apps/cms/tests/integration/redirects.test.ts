import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { category, documentsOf, publish, publishedArticle, redirects, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

describe.each(databases)('redirects on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  it('follow a published slug, flattened, and give way to what is live', async () => {
    const documentId = await publishedArticle(cms, { slug: 'chemin-un' });
    await write(cms, 'article', documentId, 'fr-CA', { slug: 'chemin-deux' });
    expect(await redirects(cms)).not.toContainEqual(expect.stringContaining('chemin-un'));
    await publish(cms, 'article', documentId);
    await write(cms, 'article', documentId, 'fr-CA', { slug: 'chemin-trois' });
    await publish(cms, 'article', documentId);
    expect((await redirects(cms)).filter((line) => line.includes('chemin'))).toEqual([
      '/nouvelles/chemin-deux/ → /nouvelles/chemin-trois/',
      '/nouvelles/chemin-un/ → /nouvelles/chemin-trois/',
    ]);
    await publishedArticle(cms, { slug: 'chemin-deux' });
    await write(cms, 'article', documentId, 'fr-CA', { slug: 'chemin-un' });
    await publish(cms, 'article', documentId);
    expect((await redirects(cms)).filter((line) => line.includes('chemin'))).toEqual([
      '/nouvelles/chemin-trois/ → /nouvelles/chemin-un/',
    ]);
  });

  it('follow a category, which has no draft', async () => {
    const documentId = await category(cms, 'Rubrique');
    await write(cms, 'category', documentId, 'fr-CA', { slug: 'rubrique-neuve' });
    expect(await redirects(cms)).toContain(
      '/nouvelles/categorie/rubrique/ → /nouvelles/categorie/rubrique-neuve/',
    );
  });

  it('written by hand are normalized, and refused where they do harm', async () => {
    const create = (data: Record<string, unknown>) => documentsOf(cms, 'redirect').create({ data });
    await publishedArticle(cms, { slug: 'en-ligne' });
    await create({ from: '/ancien', to: '/nouvelles/en-ligne' });
    await create({ from: '/plus-ancien/', to: '/ancien/' });
    expect(await redirects(cms)).toEqual(
      expect.arrayContaining(['/ancien/ → /nouvelles/en-ligne/', '/plus-ancien/ → /nouvelles/en-ligne/']),
    );
    const code = (value: string) => ({ details: { code: value } });
    await expect(create({ from: '/ancien/', to: '/' })).rejects.toMatchObject(code('redirect-duplicate'));
    await expect(create({ from: '/x/', to: '/x' })).rejects.toMatchObject(code('redirect-loop'));
    await expect(create({ from: '/nouvelles/en-ligne/', to: '/' })).rejects.toMatchObject(
      code('redirect-shadows-live'),
    );
    await expect(create({ from: '/parti/', to: '/', answer: 'gone-410' })).rejects.toMatchObject(
      code('unreadable'),
    );
  });
});
