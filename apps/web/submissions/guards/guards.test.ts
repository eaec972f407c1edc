import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { IssuedForm, SentWith } from '../../src/submissions/port.ts';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { POLL } from '../../tests/support/votes.ts';
import { macsUnder } from '../macs.ts';
import { createSpentProofs } from '../spool/spent-proofs.ts';
import { openSpoolStore } from '../spool/store.ts';
import { createFormTokens } from './form-tokens.ts';
import { createGuards } from './guards.ts';
import { createProofs } from './proofs.ts';
import { createRates } from './rates.ts';

const subject = { form: 'vote', subject: POLL } as const;
const ADDRESS = '192.0.2.1';
const challengeSchema = z.custom<Parameters<typeof solveChallenge>[0]['challenge']>();

function open() {
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const store = openSpoolStore(join(temporaryDirectory(), 'spool.sqlite'));
  onTestFinished(() => store.close());
  const mac = macsUnder('secret');
  const failed = (error: unknown) => {
    throw error;
  };
  const guards = createGuards({
    tokens: createFormTokens(mac, now),
    rates: createRates({ now, randomBytes }),
    proofs: createProofs({ mac, spent: createSpentProofs(store), now, failed }),
  });
  /** Sends a form when a person would. */
  const send = ({ token, waitMs }: IssuedForm, sent: Partial<SentWith> = {}, address = ADDRESS) => {
    clock.now += waitMs;
    return guards.admit(subject, { key: 'key-1', token, proof: null, trap: null, ...sent }, address);
  };
  return { clock, ...guards, send };
}

test('a person passes, with the hidden field empty or absent', async () => {
  const { issue, send } = open();
  const form = await issue(subject, ADDRESS);
  expect(form.challenge).toBeNull();
  expect(await send(form)).toBeNull();
  expect(await send(form, { trap: '' })).toBeNull();
});

test('each guard has its word, the cheapest first', async () => {
  const { clock, issue, send, admit } = open();
  const form = await issue(subject, ADDRESS);
  const sent = { key: 'key-1', token: form.token, proof: null, trap: null };
  expect(await admit(subject, sent, ADDRESS)).toBe('too-fast');
  expect(await admit({ ...subject, subject: 'other00000' }, sent, ADDRESS)).toBe('expired');
  expect(await admit(subject, { ...sent, token: null, trap: 'x' }, ADDRESS)).toBe('trapped');
  clock.now += 4 * 24 * 3_600_000;
  expect(await send(form)).toBe('expired');
});

test('when many come from a network they prove work, and others do not; very many are refused', async () => {
  const { issue, send } = open();
  const cold = await issue(subject, ADDRESS);
  for (let count = 0; count < 30; count += 1) expect(await send(cold)).toBeNull();
  expect(await send(cold)).toBe('too-many');
  expect(await send(cold, {}, '192.0.2.2')).toBeNull();
  expect((await issue(subject, '192.0.2.2')).challenge).toBeNull();

  const hot = await issue(subject, ADDRESS);
  const challenge = challengeSchema.parse(hot.challenge);
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = btoa(JSON.stringify({ challenge, solution }));
  expect(await send(hot, { proof })).toBeNull();
  expect(await send(hot, { proof })).toBeNull();
  expect(await send(hot, { proof, key: 'key-2' })).toBe('proof-wrong');
  for (let count = 34; count < 299; count += 1) await send(hot, { proof });
  expect(await send(hot, { proof })).toBeNull();
  expect(await send(hot, { proof })).toBe('too-many');
});

test('what is refused for its token does not make a network hot', async () => {
  const { issue, send } = open();
  const form = await issue(subject, ADDRESS);
  for (let count = 0; count < 50; count += 1) await send(form, { token: 'none' });
  expect(await send(form)).toBeNull();
});
