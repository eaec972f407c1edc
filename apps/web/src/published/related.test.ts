import { expect, test } from 'vitest';
import { type RelatedSubject, relatedIds, relatedScore } from './related.ts';

const subject = (documentId: string, given: Partial<RelatedSubject> = {}): RelatedSubject => ({
  documentId,
  category: null,
  tags: [],
  programmes: [],
  publishedAt: '2026-05-01T12:00:00.000Z',
  superseded: false,
  ...given,
});

const article = subject('article', { category: 'c', tags: ['t1', 't2'], programmes: ['p'] });

test('a shared programme weighs more than a tag, a tag more than a category', () => {
  const programme = relatedScore(article, subject('x', { programmes: ['p'] }));
  const tag = relatedScore(article, subject('x', { tags: ['t1'] }));
  const category = relatedScore(article, subject('x', { category: 'c' }));
  expect(programme).toBeGreaterThan(tag);
  expect(tag).toBeGreaterThan(category);
  expect(relatedScore(article, subject('x'))).toBe(0);
});

test('pinned first, then the score, then nearness in time', () => {
  const candidates = [
    subject('far', { tags: ['t1'], publishedAt: '2024-05-01T12:00:00.000Z' }),
    subject('near', { tags: ['t1'], publishedAt: '2026-05-02T12:00:00.000Z' }),
    subject('best', { tags: ['t1', 't2'] }),
    subject('stranger'),
  ];
  expect(relatedIds(article, ['pinned'], candidates, 4)).toEqual(['pinned', 'best', 'near', 'far']);
});

test('never itself, never one twice, no superseded one unless pinned, at most the limit', () => {
  const candidates = [
    article,
    subject('a', { category: 'c' }),
    subject('old', { category: 'c', superseded: true }),
  ];
  expect(relatedIds(article, ['article', 'a'], candidates, 4)).toEqual(['a']);
  expect(relatedIds(article, ['old'], candidates, 4)).toEqual(['old', 'a']);
  expect(relatedIds(article, ['old'], candidates, 1)).toEqual(['old']);
});

test('the order of the candidates does not matter', () => {
  const candidates = ['a', 'b', 'c'].map((id) => subject(id, { tags: ['t1'] }));
  expect(relatedIds(article, [], candidates, 3)).toEqual(relatedIds(article, [], candidates.toReversed(), 3));
});
