import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poll } from '../../../tests/support/entries.ts';
import { ballotsWords, emptyRows, resultRows } from './result-rows.ts';

const KEYS = ['quebec', 'ailleurs', 'indecis'];
const counts = fc.array(fc.nat(100_000), { minLength: 3, maxLength: 3 });
const countOf = (given: readonly number[], ballots = given.reduce((sum, count) => sum + count, 0)) => ({
  ballots,
  options: KEYS.map((key, index) => ({ key, count: given[index] ?? 0 })),
});

test('shares of a single choice add up to 100, and say what the bars show', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const rows = resultRows(poll('p'), countOf(given));
      const total = rows.reduce((sum, { width }) => sum + width, 0);
      expect(total).toBe(given.some((count) => count > 0) ? 100 : 0);
      for (const { share, width } of rows) expect(share).toBe(`${width}\u00a0%`);
    }),
  );
});

test('a share of several choices is that of the ballots', () => {
  const several = poll('p', { selection: 'multiple', max: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1 }), { minLength: 1 }),
      (votes) => {
        const given = KEYS.map((key) => votes.filter((vote) => vote.includes(key)).length);
        for (const [index, { width }] of resultRows(several, countOf(given, votes.length)).entries()) {
          expect(Math.abs(width - ((given[index] ?? 0) * 100) / votes.length)).toBeLessThanOrEqual(0.5);
        }
      },
    ),
  );
});

test('options stand in the order of the poll, whatever the order of the count; unknown ones are left out', () => {
  const options = [
    { key: 'indecis', count: 3 },
    { key: 'retiree', count: 9 },
    { key: 'quebec', count: 3 },
  ];
  const rows = resultRows(poll('p'), { ballots: 6, options });
  expect(rows.map(({ key, count, leads }) => [key, count, leads])).toEqual([
    ['quebec', '3', true],
    ['ailleurs', '0', false],
    ['indecis', '3', true],
  ]);
});

test('nobody leads where nobody has voted, and the empty table has the same shape', () => {
  expect(resultRows(poll('p'), countOf([0, 0, 0])).some(({ leads }) => leads)).toBe(false);
  expect(emptyRows(poll('p')).map(({ key }) => key)).toEqual(KEYS);
});

test('the total is told in the language of the poll', () => {
  expect(ballotsWords(poll('p'), countOf([1, 0, 0]))).toBe('1 vote');
  expect(ballotsWords(poll('p', { locale: 'en-CA' }), countOf([1200, 34, 0]))).toBe('1,234 votes in all');
  expect(ballotsWords(poll('p', { locale: 'fr-CA' }), countOf([1200, 34, 0]))).toBe(
    '1\u00a0234 votes au total',
  );
});
