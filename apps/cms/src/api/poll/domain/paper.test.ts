import type { Poll } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import { type Paper, paperOf, revisePaper } from './paper.ts';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');

function poll(change: Partial<Poll> = {}): Poll {
  return {
    kind: 'poll',
    documentId: 'abcdefghijkl',
    locale: 'fr-CA',
    slug: 'quelle-region',
    question: 'Quelle région ?',
    intro: null,
    selection: 'single',
    options: [
      { key: 'cote-nord', label: 'La Cote-Nord' },
      { key: 'estrie', label: 'L’Estrie' },
    ],
    min: 1,
    max: 1,
    resultsMode: 'always',
    minVotesToShow: 0,
    opensAt: null,
    closesAt: '2026-12-01T12:00:00.000Z',
    state: 'open',
    final: null,
    ...change,
  };
}

const labelled = (label: string): Partial<Poll> => ({
  options: [
    { key: 'cote-nord', label },
    { key: 'estrie', label: 'L’Estrie' },
  ],
});
const english = (change: Partial<Poll> = {}) =>
  poll({ locale: 'en-CA', question: 'Which region?', ...change });
const settled = { settled: true, closed: false, now: NOW };

function revised(paper: Paper, polls: Poll[]) {
  const result = revisePaper(paper, polls, settled);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

test('a typo is put right, and told with its old and new text', () => {
  const { relabellings } = revised(paperOf([poll()]), [poll(labelled('La Côte-Nord'))]);
  expect(relabellings).toEqual([
    { locale: 'fr-CA', place: 'cote-nord', from: 'La Cote-Nord', to: 'La Côte-Nord' },
  ]);
  const question = revised(paperOf([poll()]), [poll({ question: 'Quelle région\u202f?' })]);
  expect(question.relabellings).toMatchObject([{ place: null, to: 'Quelle région\u202f?' }]);
});

test('small changes don’t add up to another meaning', () => {
  const { paper } = revised(paperOf([poll()]), [poll(labelled('La Côtes-Nord'))]);
  expect(revisePaper(paper, [poll(labelled('La Côtess-Nord'))], settled)).toBe('poll-meaning');
  const back = revised(paper, [poll()]);
  expect(back.relabellings).toMatchObject([{ from: 'La Côtes-Nord', to: 'La Cote-Nord' }]);
});

test.each<[string, Partial<Poll>]>([
  ['another order', { options: poll().options.toReversed() }],
  ['one option more', { options: [...poll().options, { key: 'c', label: 'C' }] }],
  ['another key', { options: [{ key: 'nord', label: 'La Cote-Nord' }, ...poll().options.slice(1)] }],
  ['several answers', { selection: 'multiple' }],
  ['more answers at most', { max: 2 }],
])('%s is refused once someone has voted, and free before', (_, change) => {
  const paper = paperOf([poll()]);
  expect(revisePaper(paper, [poll(change)], settled)).toBe('poll-fixed');
  expect(revisePaper(paper, [poll(change)], { ...settled, settled: false })).toMatchObject({
    paper: paperOf([poll(change)]),
  });
});

test('another meaning is refused once someone has voted, and free before', () => {
  const change = labelled('Le Saguenay');
  expect(revisePaper(paperOf([poll()]), [poll(change)], settled)).toBe('poll-meaning');
  expect(revisePaper(paperOf([poll()]), [poll(change)], { ...settled, settled: false })).toMatchObject({
    relabellings: [],
  });
});

test('a language may come later, and is held to its first words too, even when it was away', () => {
  const { paper } = revised(paperOf([poll()]), [poll(), english()]);
  expect(revisePaper(paper, [poll(), english({ question: 'What else?' })], settled)).toBe('poll-meaning');
  const without = revised(paper, [poll()]).paper;
  expect(revisePaper(without, [poll(), english({ question: 'What else?' })], settled)).toBe('poll-meaning');
});

test('the opening stays; the closing moves ahead only, and no more once it has come', () => {
  const paper = paperOf([poll()]);
  const past = poll({ closesAt: '2026-11-24T11:00:00.000Z' });
  const later = poll({ closesAt: '2027-01-01T12:00:00.000Z' });
  expect(revisePaper(paper, [poll({ opensAt: '2026-11-20T12:00:00.000Z' })], settled)).toBe('poll-dates');
  expect(revisePaper(paper, [past], settled)).toBe('poll-closes-in-past');
  expect(revisePaper(paper, [later], settled)).toMatchObject({ paper: paperOf([later]) });
  expect(revisePaper(paper, [later], { ...settled, closed: true })).toBe('poll-dates');
  expect(revisePaper(paperOf([past]), [past], settled)).toMatchObject({ relabellings: [] });
});
