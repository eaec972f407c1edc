import { expect, test } from 'vitest';
import { pollStanding } from './poll-standing.ts';
import { readPublicEntry } from './public-entry.ts';

const limits = { resultsMode: 'after-vote', minVotesToShow: 3 };
const at = (day: number) => `2026-11-${day}T12:00:00.000Z`;
const course = { openedAt: null, closedAt: null, result: null, hash: null };
const result = {
  ballots: 3,
  options: [
    { key: 'a', count: 2 },
    { key: 'b', count: 1 },
  ],
};
const hash = 'f'.repeat(64);

test('a poll is upcoming, then open, then closed, then counted out', () => {
  expect(pollStanding(course, limits)).toEqual({ state: 'upcoming', final: null });
  expect(pollStanding({ ...course, openedAt: at(10) }, limits)).toEqual({ state: 'open', final: null });
  const closed = { ...course, openedAt: at(10), closedAt: at(20) };
  expect(pollStanding(closed, limits)).toEqual({ state: 'closed', final: null });
  expect(pollStanding({ ...closed, result, hash }, limits)).toEqual({
    state: 'closed',
    final: { ...result, closedAt: at(20), hash },
  });
});

test('a count that is for staff, or too small, is not told, and not by its hash either', () => {
  const counted = { openedAt: at(10), closedAt: at(20), result, hash };
  for (const narrower of [{ resultsMode: 'staff' }, { minVotesToShow: 4 }]) {
    expect(pollStanding(counted, { ...limits, ...narrower })).toEqual({ state: 'closed', final: null });
  }
});

const row = {
  documentId: 'abcdefghijklmnop',
  locale: 'fr-CA',
  slug: 'un-sondage',
  question: 'Laquelle ?',
  intro: null,
  selection: 'multiple',
  options: ['a', 'b', 'c'].map((key) => ({ key, label: key })),
};

test('what an editor left empty has its meaning', () => {
  expect(readPublicEntry('poll', row)).toMatchObject({
    ok: true,
    entry: { min: 1, max: 3, resultsMode: 'after-vote', minVotesToShow: 10, state: 'upcoming', final: null },
  });
  expect(readPublicEntry('poll', { ...row, selection: 'single', min: 2, max: 3 })).toMatchObject({
    ok: true,
    entry: { min: 1, max: 1 },
  });
});

test.each([
  ['a key twice', { options: [row.options[0], row.options[0]] }, 'options'],
  ['more choices than options', { max: 4 }, 'max'],
  ['at least more than at most', { min: 3, max: 2 }, 'min'],
  ['closing before opening', { opensAt: at(20), closesAt: at(10) }, 'closesAt'],
  ['no address name', { slug: null }, 'slug'],
  ['one option', { options: [row.options[0]] }, 'options'],
])('%s is told at its field', (_, change, field) => {
  const reading = readPublicEntry('poll', { ...row, ...change });
  expect(reading.ok ? [] : reading.problems.map(({ path }) => path[0])).toContain(field);
});
