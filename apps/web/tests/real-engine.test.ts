import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, category, documentId, organization, redirect } from './support/entries.ts';
import { builderFor } from './support/real-builder.ts';
import { cmsWith } from './support/site.ts';

/** The built site itself, warm and cold: the same content makes the same bytes. */

const name = fc.constantFrom('a', 'b', 'c', 'd');
const edit = fc.oneof(
  fc.record({
    name,
    title: fc.constantFrom('Un titre', 'Un autre'),
    dek: fc.constantFrom(null, 'Un chapeau'),
    slug: fc.constantFrom('un', 'deux'),
    category: fc.constantFrom(null, documentId('c1'), documentId('c2')),
    tags: fc.uniqueArray(fc.constantFrom('t1', 't2').map(documentId)),
    supersededBy: fc.constantFrom(null, documentId('fixe-1')),
    locale: fc.constantFrom('fr-CA' as const, 'en-CA' as const),
  }),
  fc.record({ withdraw: name }),
  fc.record({ rename: fc.constantFrom('Travail', 'Études') }),
  fc.record({ telephone: fc.constantFrom('+14185550111', '+14185550122') }),
  fc.record({ from: fc.constantFrom('/ancien/', '/vieux/') }),
);

test('after random edits, what the warm publisher has live is what a cold one makes', async () => {
  const start = Array.from({ length: 26 }, (_, index) =>
    article(`fixe-${index}`, {
      category: documentId(index % 2 ? 'c1' : 'c2'),
      tags: [documentId('t1')],
      publishedAt: `2026-03-${String(index + 1).padStart(2, '0')}T12:00:00.000Z`,
    }),
  );
  const cms = cmsWith([category('c1'), category('c2'), ...start]);
  const warm = await builderFor(cms);
  await warm.build();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      for (const each of edits) {
        if ('withdraw' in each) cms.withdraw('article', documentId(each.withdraw), 'fr-CA');
        else if ('rename' in each) cms.publish(category('c1', { name: each.rename }));
        else if ('telephone' in each) cms.publish(organization('fr-CA', { telephone: each.telephone }));
        else if ('from' in each) cms.publish(redirect(each.from, '/nouvelles/'));
        else {
          const { name: key, ...given } = each;
          cms.publish(article(key, { ...given, slug: `${key}-${given.slug}` }));
        }
        await warm.build();
      }
      const cold = await builderFor(cms);
      await cold.build();
      expect(await warm.files()).toEqual(await cold.files());
      expect(await warm.social()).toEqual(await cold.social());
      expect(await warm.redirects()).toEqual(await cold.redirects());
    }),
    { numRuns: 8 },
  );
});
