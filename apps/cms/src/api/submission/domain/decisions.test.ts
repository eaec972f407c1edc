import type { Answer, Submission } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersFrom, type Decision, decide, type Fingerprinted, firstOfEachKey } from './decisions.ts';

/** A vote of a key, saying something; the fingerprints are readable ones. */
function vote(key: string, says: string): Fingerprinted {
  const submission: Submission = {
    form: 'vote',
    key,
    locale: 'fr-CA',
    receivedAt: '2026-11-24T15:00:00.000Z',
    requestId: '0d2c8b9e-5b43-4a0e-9a52-2f5c2f3b7e10',
    body: { poll: 'abcdefghijklmnopqrstuvwx', choices: [says] },
    voter: 'AAAAAAAAAAAAAAAAAAAAAA',
  };
  return { submission, print: { keyHash: `hash of ${key}`, bodyMac: `mac of ${says}` } };
}

const isSame = (a: { bodyMac: string }, b: { bodyMac: string }) => a.bodyMac === b.bodyMac;
const accepted: Answer = { outcome: 'accepted' };
const closed: Answer = { outcome: 'refused', code: 'closed' };
const keyReused: Answer = { outcome: 'refused', code: 'key-reused' };

const batches = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('yes', 'no'))
    .map(([key, says]) => vote(key, says)),
  { minLength: 1, maxLength: 20 },
);

test('each key is decided once, by its first, in one order whatever the order of the batch', () => {
  fc.assert(
    fc.property(batches, (batch) => {
      const firsts = firstOfEachKey(batch);
      const hashes = firsts.map(({ print }) => print.keyHash);
      expect(hashes).toEqual([...new Set(batch.map(({ print }) => print.keyHash))].sort());
      for (const first of firsts) {
        expect(batch.find(({ print }) => print.keyHash === first.print.keyHash)).toBe(first);
      }
    }),
  );
});

test('a submission gets the answer of its key exactly when it says what the first of the key said', () => {
  fc.assert(
    fc.property(batches, (batch) => {
      const decisions: Decision[] = firstOfEachKey(batch).map(({ print }, index) => ({
        ...print,
        form: 'vote',
        answer: index % 2 === 0 ? accepted : closed,
      }));
      const answers = answersFrom(batch, decisions, isSame);
      for (const [index, { print }] of batch.entries()) {
        const decision = decisions.find(({ keyHash }) => keyHash === print.keyHash);
        expect(answers[index]).toEqual(decision?.bodyMac === print.bodyMac ? decision.answer : keyReused);
      }
    }),
  );
});

test('the key of another form is not this one’s', () => {
  const item = vote('a', 'yes');
  const decision: Decision = { ...item.print, form: 'other', answer: accepted };
  expect(answersFrom([item], [decision], isSame)).toEqual([keyReused]);
});

describe('decide', () => {
  const batch = [vote('a', 'yes'), vote('b', 'no')];

  test('gives a handler its submissions together, with the transaction', async () => {
    const calls: unknown[] = [];
    const decisions = await decide(
      batch,
      {
        async vote(submissions, transaction: string) {
          calls.push([submissions.map(({ key }) => key), transaction]);
          return [accepted, closed];
        },
      },
      'the transaction',
    );
    expect(calls).toEqual([[['a', 'b'], 'the transaction']]);
    expect(decisions.map(({ keyHash, answer }) => [keyHash, answer])).toEqual([
      ['hash of a', accepted],
      ['hash of b', closed],
    ]);
  });

  test.each([
    ['has no handler', {}],
    ['leaves one out', { vote: async () => [accepted] }],
    ['has failed at one', { vote: async (): Promise<Answer[]> => [accepted, { outcome: 'failed' }] }],
  ])('throws when a form %s', async (_, handlers) => {
    await expect(decide(batch, handlers, null)).rejects.toThrow('undecided');
  });
});
