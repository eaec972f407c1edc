import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenOf, type Offered } from './chosen.ts';

const IDS = ['a', 'b', 'c', 'd'];
const ids = fc.subarray(IDS);
const byLocale = fc.record({ 'fr-CA': ids, 'en-CA': ids }).map((terms) => ({
  'fr-CA': new Set(terms['fr-CA']),
  'en-CA': new Set(terms['en-CA']),
}));
const offered: fc.Arbitrary<Offered> = fc.record({ topics: byLocale, programmes: byLocale });
const reader = fc.record({
  locale: fc.constantFrom('fr-CA' as const, 'en-CA' as const),
  topics: ids,
  programmes: ids,
});

test('what is gone counts no more than if it had never been chosen, and the rest stays in its order', () => {
  fc.assert(
    fc.property(reader, offered, (one, terms) => {
      const chosen = chosenOf(one, terms);
      for (const kind of ['topics', 'programmes'] as const) {
        const there = terms[kind][one.locale];
        expect(chosen[kind]).toEqual(IDS.filter((id) => one[kind].includes(id) && there.has(id)));
      }
      expect(chosenOf({ ...one, ...chosen }, terms)).toEqual(chosen);
    }),
  );
});

test('whoever has none left has chosen none, which is all', () => {
  const none = { 'fr-CA': new Set<string>(), 'en-CA': new Set(['a']) };
  const gone = chosenOf(
    { locale: 'fr-CA', topics: ['a'], programmes: ['a'] },
    { topics: none, programmes: none },
  );
  expect(gone).toEqual({ topics: [], programmes: [] });
});
