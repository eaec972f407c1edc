import { join } from 'node:path';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Challenge } from '../../src/submissions/port.ts';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { macsUnder } from '../macs.ts';
import { createSpentProofs } from '../spool/spent-proofs.ts';
import { openSpoolStore } from '../spool/store.ts';
import { createProofs } from './proofs.ts';

const vote = { form: 'vote', subject: 'abcdefghijklmnopqrstuvwx' } as const;
const challengeSchema = z.custom<Parameters<typeof solveChallenge>[0]['challenge']>();

function proofsIn(directory = temporaryDirectory(), now = Date.now) {
  const store = openSpoolStore(join(directory, 'spool.sqlite'));
  onTestFinished(() => store.close());
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const mac = macsUnder('secret');
  return { store, failures, ...createProofs({ mac, spent: createSpentProofs(store), now, failed }) };
}

/** Does the work, as the page does. */
async function solve(challenge: Challenge): Promise<string> {
  const given = challengeSchema.parse(challenge);
  const solution = await solveChallenge({ challenge: given, deriveKey });
  return btoa(JSON.stringify({ challenge: given, solution }));
}

test('it passes for one submission, again and again, and for no other', async () => {
  const { challenge, check } = proofsIn();
  const proof = await solve(await challenge(vote));
  expect(await check(vote, proof, 'key-1')).toBeNull();
  expect(await check(vote, proof, 'key-1')).toBeNull();
  expect(await check(vote, proof, 'key-2')).toBe('proof-wrong');
});

test('it is spent for every process that shares the file', async () => {
  const directory = temporaryDirectory();
  const [one, other] = [proofsIn(directory), proofsIn(directory)];
  const proof = await solve(await one.challenge(vote));
  expect(await one.check(vote, proof, 'key-1')).toBeNull();
  expect(await other.check(vote, proof, 'key-2')).toBe('proof-wrong');
});

test('it is of one form and subject', async () => {
  const { challenge, check } = proofsIn();
  const proof = await solve(await challenge(vote));
  expect(await check({ ...vote, subject: 'other00000' }, proof, 'key-1')).toBe('proof-wrong');
});

test('without one it is too many; one that was not worked for, changed or is none is wrong', async () => {
  const { challenge, check } = proofsIn();
  const made = await challenge(vote);
  const encode = (proof: unknown) => btoa(JSON.stringify(proof));
  const prefix = z.looseObject({ parameters: z.looseObject({ keyPrefix: z.string() }) }).parse(made);
  const lazy = { counter: 1, derivedKey: prefix.parameters.keyPrefix.padEnd(64, '0') };
  const easier = { ...made, parameters: { ...prefix.parameters, keyPrefix: '00' } };
  expect(await check(vote, null, 'key-1')).toBe('too-many');
  expect(await check(vote, '', 'key-1')).toBe('too-many');
  for (const proof of [
    encode({ challenge: made, solution: lazy }),
    encode({ challenge: easier, solution: lazy }),
    encode({}),
    encode(null),
    'no base64 !',
    'A'.repeat(50_000),
  ])
    expect(await check(vote, proof, 'key-1')).toBe('proof-wrong');
});

test('it expires in ten minutes, and is then forgotten', async () => {
  let now = Date.now();
  const { store, challenge, check } = proofsIn(undefined, () => now);
  const [old, fresh] = [await solve(await challenge(vote)), await solve(await challenge(vote))];
  expect(await check(vote, old, 'key-1')).toBeNull();
  now += 10 * 60_000 + 1_000;
  expect(await check(vote, old, 'key-1')).toBe('proof-wrong');
  expect(await check(vote, fresh, 'key-2')).toBe('proof-wrong');
  await check(vote, await solve(await challenge(vote)), 'key-3');
  const kept = store.read((database) => database.prepare('SELECT count(*) AS n FROM spent_proof').get());
  expect(kept).toEqual({ n: 1 });
});

test('when it can not be written that it is spent, it does not pass', async () => {
  const { store, failures, challenge, check } = proofsIn();
  const proof = await solve(await challenge(vote));
  store.read((database) => database.exec('DROP TABLE spent_proof'));
  expect(await check(vote, proof, 'key-1')).toBe('unavailable');
  expect(failures).toHaveLength(1);
});
