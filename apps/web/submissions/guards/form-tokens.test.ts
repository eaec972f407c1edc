import fc from 'fast-check';
import { expect, test } from 'vitest';
import { macsUnder } from '../macs.ts';
import { createFormTokens, WAIT_MS } from './form-tokens.ts';

const vote = { form: 'vote', subject: 'abcdefghijklmnopqrstuvwx' } as const;
const START = Date.UTC(2026, 10, 24);
const [HOUR, MINUTE] = [3_600_000, 60_000];

/** Asks with a token that was issued `age` ms ago. */
function checked(age: number, subject: string = vote.subject) {
  let now = START;
  const tokens = createFormTokens(macsUnder('secret'), () => now);
  const token = tokens.issue(vote);
  now += age;
  return tokens.check({ ...vote, subject }, token);
}

test.each([
  [0, 'too-fast'],
  [799, 'too-fast'],
  [800, null],
  [WAIT_MS, null],
  [72 * HOUR, null],
  [72 * HOUR + 5 * MINUTE, null],
  [72 * HOUR + 5 * MINUTE + 1, 'expired'],
  [-5 * MINUTE, null],
  [-5 * MINUTE - 1, 'expired'],
])('%i ms old: %s', (age, expected) => {
  expect(checked(age)).toBe(expected);
});

test('one of another subject, of another secret or none at all is expired', () => {
  const tokens = createFormTokens(macsUnder('secret'), () => START + HOUR);
  const foreign = createFormTokens(macsUnder('other'), () => START).issue(vote);
  expect(checked(HOUR, 'other00000')).toBe('expired');
  for (const token of [foreign, null, '', '.', 'x'.repeat(5_000)])
    expect(tokens.check(vote, token)).toBe('expired');
});

test('no token passes with a character changed', () => {
  let now = START;
  const tokens = createFormTokens(macsUnder('secret'), () => now);
  const token = tokens.issue(vote);
  now += HOUR;
  // The last character has two bits that no byte needs.
  fc.assert(
    fc.property(fc.nat(token.length - 2), fc.constantFrom(...'abcXYZ019-_.'), (at, character) => {
      fc.pre(token[at] !== character);
      expect(tokens.check(vote, token.slice(0, at) + character + token.slice(at + 1))).toBe('expired');
    }),
  );
  expect(tokens.check(vote, token)).toBeNull();
});
