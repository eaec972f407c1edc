import type { Submission } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import { fingerprintOf, isSameBody } from './fingerprints.ts';

const submission: Submission = {
  form: 'vote',
  key: '6f1f0d5c-9a1e-4c57-8a4c-0c3f5a3a9d11',
  locale: 'fr-CA',
  receivedAt: '2026-11-24T15:00:00.000Z',
  requestId: '0d2c8b9e-5b43-4a0e-9a52-2f5c2f3b7e10',
  body: { poll: 'abcdefghijklmnopqrstuvwx', choices: ['quebec', 'federal'] },
  voter: 'AAAAAAAAAAAAAAAAAAAAAA',
};
const print = fingerprintOf(submission);

test('it can be made again with any other implementation', () => {
  // printf %s 6f1f0d5c-… | sha256sum
  expect(print.keyHash).toBe('266d5a0e901f2d25e12c9726ba2bcdbb083e8377f77deb4192767f8347561050');
  // printf %s '{"choices":["quebec","federal"],"poll":"abcdefghijklmnopqrstuvwx"}' | openssl dgst -sha256 -hmac 6f1f0d5c-…
  expect(print.bodyMac).toBe('69003a55fad0a614f50ecc02d2c1a7fcfbcf945d0c27672a471fc4e78c872a25');
});

test('what the body says counts, and neither when it came, nor by whom it was carried', () => {
  const { body } = submission;
  const again = { ...submission, receivedAt: '2026-11-25T15:00:00.000Z', locale: 'en-CA' } as const;
  const fieldsTurned = { ...submission, body: { choices: body.choices, poll: body.poll } };
  expect(isSameBody(print, fingerprintOf(again))).toBe(true);
  expect(isSameBody(print, fingerprintOf(fieldsTurned))).toBe(true);
  const other = { ...submission, body: { ...body, choices: ['federal', 'quebec'] } };
  expect(isSameBody(print, fingerprintOf(other))).toBe(false);
});

test('the same body under another key leaves no common trace', () => {
  const other = fingerprintOf({ ...submission, key: '7f1f0d5c-9a1e-4c57-8a4c-0c3f5a3a9d11' });
  expect(other.keyHash).not.toBe(print.keyHash);
  expect(other.bodyMac).not.toBe(print.bodyMac);
});

test('a damaged fingerprint is never the same', () => {
  expect(isSameBody(print, { ...print, bodyMac: '' })).toBe(false);
  expect(isSameBody(print, { ...print, bodyMac: print.bodyMac.slice(2) })).toBe(false);
});
