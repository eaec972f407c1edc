import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, documentsOf, draftArticle, publish, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const N = '\u00a0';
const T = '\u202f';

describe.each(databases)('French typography on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  it('is kept with what is written in French, published as it is kept, and not done to English', async () => {
    const documentId = await draftArticle(cms, {
      title: 'Qui peut demander ?',
      body: bodyOf('Le guide dit « oui » : lisez-le !'),
      sources: [
        {
          title: 'Guide : demander',
          publisher: 'Éditeur',
          url: 'https://exemple.example/',
          readOn: '2026-11-02',
        },
      ],
    });
    await write(cms, 'article', documentId, 'en-CA', { title: 'Who may apply ?', body: bodyOf('Read it !') });
    await publish(cms, 'article', documentId, ['fr-CA', 'en-CA']);

    const published = (locale: string) =>
      documentsOf(cms, 'article').findOne({
        documentId,
        locale,
        status: 'published',
        populate: ['body', 'sources'],
      });
    expect(await published('fr-CA')).toMatchObject({
      title: `Qui peut demander${T}?`,
      slug: 'qui-peut-demander',
      body: [{ content: [{ children: [{ text: `Le guide dit «${N}oui${N}»${N}: lisez-le${T}!` }] }] }],
      sources: [{ title: `Guide${N}: demander` }],
    });
    expect(await published('en-CA')).toMatchObject({
      title: 'Who may apply ?',
      body: [{ content: [{ children: [{ text: 'Read it !' }] }] }],
    });
  });
});
