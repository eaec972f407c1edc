import { execFileSync } from 'node:child_process';
import { finalText } from '@passerelle/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finalHash } from './final-hash.ts';

const POLL = 'abcdefghijklmnopqrstuvwx';
const CLOSED = Date.parse('2026-11-24T12:00:00.000Z');
const counts = {
  ballots: 12,
  options: [
    { key: 'federal', count: 5 },
    { key: 'quebec', count: 7 },
  ],
};

test('anyone can check it with sha256sum', () => {
  const text = finalText(POLL, '2026-11-24T12:00:00.000Z', counts);
  expect(text).toBe(
    [
      'passerelle-poll-count 1\n',
      'poll\tabcdefghijklmnopqrstuvwx\n',
      'closed\t2026-11-24T12:00:00.000Z\n',
      'ballots\t12\n',
      'federal\t5\n',
      'quebec\t7\n',
    ].join(''),
  );
  const [sum] = execFileSync('sha256sum', { input: text }).toString().split(' ');
  expect(finalHash(POLL, CLOSED, counts)).toBe(sum);
});

test('another count has another hash', () => {
  const count = fc.nat(1000);
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      fc.pre(a !== c || b !== d);
      const of = (one: number, two: number) =>
        finalHash(POLL, CLOSED, {
          ballots: 2000,
          options: [
            { key: 'federal', count: one },
            { key: 'quebec', count: two },
          ],
        });
      expect(of(a, b)).not.toBe(of(c, d));
    }),
  );
});
