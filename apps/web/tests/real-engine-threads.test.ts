import { expect, test } from 'vitest';
import { article, documentId } from './support/entries.ts';
import { builderFor } from './support/real-builder.ts';
import { cmsWith } from './support/site.ts';

test('threads render the same bytes as one, and what they read is known afterwards', async () => {
  const articles = Array.from({ length: 420 }, (_, index) =>
    article(`article-${index}`, {
      tags: [documentId(`t${index % 5}`)],
      publishedAt: new Date(Date.UTC(2025, 0, 1 + index)).toISOString(),
    }),
  );
  const cms = cmsWith(articles);
  const [one, many] = [await builderFor(cms), await builderFor(cms, true)];
  await one.build();
  await many.build();
  expect(await many.files()).toEqual(await one.files());

  cms.publish(article('article-7', { title: 'Un titre changé', tags: [documentId('t2')] }));
  await one.build();
  const again = await many.build();
  expect(again.pagesWritten).toBeLessThan(60);
  expect(await many.files()).toEqual(await one.files());
});

test('a page that fails on a thread is named', async () => {
  const cms = cmsWith(Array.from({ length: 420 }, (_, index) => article(`article-${index}`)));
  // What no contract lets through: an article without its list of sources.
  const entries = cms.entries;
  cms.entries = async (kind, after) => {
    const page = await entries(kind, after);
    const spoil = (entry: (typeof page.entries)[number]) =>
      entry.documentId === documentId('article-0') && entry.kind === 'article'
        ? { ...entry, sources: JSON.parse('null') }
        : entry;
    return { ...page, entries: page.entries.map(spoil) };
  };
  const many = await builderFor(cms, true);
  await expect(many.build()).rejects.toMatchObject({
    code: 'page-failed',
    message: expect.stringContaining('/nouvelles/article-0/'),
  });
});
