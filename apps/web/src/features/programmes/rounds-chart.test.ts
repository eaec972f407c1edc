import fc from 'fast-check';
import { expect, test } from 'vitest';
import { round } from '../../../tests/support/entries.ts';
import { roundsChart } from './rounds-chart.ts';

const SIZE = { width: 720, height: 300, days: 10 };

const rounds = fc
  .array(fc.record({ day: fc.integer({ min: 1, max: 28 }), invitations: fc.nat(9_000) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((all) =>
    all.map(({ day, invitations }, index) =>
      round(`r${index}`, { date: `2026-05-${String(day).padStart(2, '0')}`, invitations }),
    ),
  );

test('columns stand on the ground, inside the picture, beside each other', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const { columns, ground } = roundsChart('fr-CA', all, SIZE);
      for (const [index, { x, y, width, height }] of columns.entries()) {
        expect(y + height).toBeCloseTo(ground, 0);
        expect(y).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(columns[index + 1]?.x ?? SIZE.width);
      }
    }),
  );
});

test('the height of a column is its share of the highest', () => {
  const { columns } = roundsChart(
    'fr-CA',
    [
      round('a', { date: '2026-01-01', invitations: 500 }),
      round('b', { date: '2026-02-01', invitations: 2000 }),
    ],
    SIZE,
  );
  const [small, tall] = columns;
  expect((small?.height ?? 0) / (tall?.height ?? 1)).toBeCloseTo(0.25, 2);
  expect(columns.map(({ isLatest }) => isLatest)).toEqual([false, true]);
});

test('the streams of a day are one column, the oldest days left out first', () => {
  const streams = [
    round('a', { date: '2026-04-30', invitations: 983 }),
    round('b', { date: '2026-04-30', invitations: 506 }),
    round('c', { date: '2026-03-02', invitations: 2543 }),
    round('d', { date: '2025-12-04', invitations: 12 }),
  ];
  const { columns, first, last } = roundsChart('fr-CA', streams, { ...SIZE, days: 2 });
  expect(columns.map(({ value }) => value)).toEqual(['2\u00a0543', '1\u00a0489']);
  expect([first, last]).toEqual(['2026-03-02', '2026-04-30']);
});

test('nothing but zeros is drawn as nothing', () => {
  const { columns } = roundsChart('fr-CA', [round('a', { invitations: 0 })], SIZE);
  expect(columns.map(({ height }) => height)).toEqual([0]);
});
