import { voterSchema } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import { macsUnder } from './macs.ts';
import { createVoters } from './voters.ts';

const voter = createVoters(macsUnder('secret'));
const [poll, other] = ['pollone0000000000', 'polltwo0000000000'];

test('the same key is the same voter; another key, or another poll, another one', () => {
  const first = voter(poll, undefined, 'key-1');
  expect(voter(poll, undefined, 'key-1')).toEqual(first);
  expect(voterSchema.safeParse(first.id).success).toBe(true);
  expect(first.hasVoted).toBe(false);
  expect(voter(poll, undefined, 'key-2').id).not.toBe(first.id);
  expect(voter(other, undefined, 'key-1').id).not.toBe(first.id);
});

test('who shows the cookie is who it was given to, whatever the key', () => {
  const first = voter(poll, undefined, 'key-1');
  expect(voter(poll, first.cookie, 'key-2')).toEqual({ ...first, hasVoted: true });
});

test('a cookie of another poll, another secret or nobody names nobody', () => {
  const { id, cookie } = voter(poll, undefined, 'key-1');
  const foreign = createVoters(macsUnder('other'))(poll, undefined, 'key-1').cookie;
  for (const given of [voter(other, undefined, 'key-1').cookie, foreign, `${id}.`, id, `${cookie}x`, ''])
    expect(voter(poll, given, 'key-2')).toEqual(voter(poll, undefined, 'key-2'));
});
