import { expect, test } from 'vitest';
import { type Guide, guideSchema } from './guide.ts';

const option = (key: string, target: object) => ({ key, label: key, hint: null, target });
const question = (key: string, ...options: object[]) => ({ key, title: key, hint: null, options });
const page = (key: string, next: object | null) => ({
  key,
  tone: 'advice',
  title: key,
  body: [{ type: 'paragraph', children: [{ type: 'text', text: key }] }],
  addresses: [],
  next,
});

const guide = {
  kind: 'guide',
  documentId: 'abcdefghijklmnopqrstuvwx',
  locale: 'fr-CA',
  version: 1,
  effectiveOn: '2026-11-25',
  start: 'destination',
  questions: [
    question(
      'destination',
      option('quebec', { to: 'question', key: 'but' }),
      option('ailleurs', { to: 'form' }),
    ),
    question('but', option('asile', { to: 'page', key: 'asile' }), option('etudes', { to: 'form' })),
  ],
  pages: [page('asile', null)],
};

test('a guide that can be followed', () => {
  expect(guideSchema.parse(guide)).toMatchObject({ start: 'destination' } satisfies Partial<Guide>);
});

const [destination, purpose] = guide.questions;

test.each([
  ['a start that is none', { start: 'asile' }, ['start']],
  ['an answer that leads nowhere', { pages: [] }, ['questions', 1, 'options', 0]],
  ['a page out of reach', { pages: [...guide.pages, page('seule', null)] }, ['pages', 1]],
  [
    'a question out of reach',
    {
      questions: [
        ...guide.questions,
        question('seule', option('a', { to: 'form' }), option('b', { to: 'form' })),
      ],
    },
    ['questions', 2],
  ],
  [
    'a way that leads back to itself',
    { pages: [page('asile', { to: 'question', key: 'destination' })] },
    ['pages', 0],
  ],
  ['two questions of one key', { questions: [destination, purpose, purpose] }, ['questions', 2]],
  ['a page with the key of a question', { pages: [...guide.pages, page('but', null)] }, ['pages', 1]],
  [
    'two options of one key',
    {
      questions: [
        destination,
        question('but', option('asile', { to: 'page', key: 'asile' }), option('asile', { to: 'form' })),
      ],
    },
    ['questions', 1, 'options', 1],
  ],
])('%s is refused, and the place is told', (_, change, path) => {
  expect(guideSchema.safeParse({ ...guide, ...change }).error?.issues).toMatchObject([{ path }]);
});

test('two ways that meet again are no circle', () => {
  const options = [option('a', { to: 'question', key: 'but' }), option('b', { to: 'page', key: 'asile' })];
  const meeting = { questions: [question('destination', ...options), purpose] };
  expect(guideSchema.safeParse({ ...guide, ...meeting }).success).toBe(true);
});
