import { expect, test } from 'vitest';
import { REFUSAL_STATUS, refusalCodeSchema } from './refusals.ts';
import { submissionSchema } from './submission.ts';

const vote = {
  form: 'vote',
  key: '6f1f0d5c-9a1e-4c57-8a4c-0c3f5a3a9d11',
  locale: 'fr-CA',
  receivedAt: '2026-11-24T15:00:00.000Z',
  requestId: '0d2c8b9e-5b43-4a0e-9a52-2f5c2f3b7e10',
  body: { poll: 'abcdefghijklmnopqrstuvwx', choices: ['quebec'] },
  voter: 'AAAAAAAAAAAAAAAAAAAAAA',
};

test('a vote is read as it is', () => {
  expect(submissionSchema.parse(vote)).toEqual(vote);
});

test.each([
  ['no choice', { body: { ...vote.body, choices: [] } }],
  ['an option twice', { body: { ...vote.body, choices: ['quebec', 'quebec'] } }],
  ['a field of no one', { email: 'x' }],
  ['a key that is none', { key: '1' }],
  ['another form', { form: 'other' }],
])('%s is refused', (_, change) => {
  expect(submissionSchema.safeParse({ ...vote, ...change }).success).toBe(false);
});

test('every refusal is an error of the client, but the one that is ours', () => {
  for (const code of refusalCodeSchema.options) {
    expect(REFUSAL_STATUS[code] >= 500).toBe(code === 'unavailable');
  }
});
