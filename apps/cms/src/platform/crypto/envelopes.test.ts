import { expect, test } from 'vitest';
import { createEnvelopes } from './envelopes.ts';

const envelopes = createEnvelopes('c'.repeat(64));
const place = { table: 'passerelle_mails', row: '7', field: 'content' };

test('what was sealed is opened at its place', async () => {
  const sealed = await envelopes.seal('à Québec', place);
  expect(sealed).not.toContain('Québec');
  expect(new TextDecoder().decode(await envelopes.open(sealed, place))).toBe('à Québec');
});

test('the same content is never sealed alike', async () => {
  expect(await envelopes.seal('a', place)).not.toBe(await envelopes.seal('a', place));
});

test.each([
  ['another table', { ...place, table: 'other' }],
  ['another row', { ...place, row: '8' }],
  ['another field', { ...place, field: 'address' }],
])('at %s it does not open', async (_, elsewhere) => {
  const sealed = await envelopes.seal('a', place);
  await expect(envelopes.open(sealed, elsewhere)).rejects.toThrow();
});

test('under another master key it does not open', async () => {
  const sealed = await envelopes.seal('a', place);
  await expect(createEnvelopes('d'.repeat(64)).open(sealed, place)).rejects.toThrow();
});

test('changed, it does not open', async () => {
  const sealed = JSON.parse(await envelopes.seal('abcdef', place));
  const first = sealed.ciphertext.startsWith('A') ? 'B' : 'A';
  const changed = JSON.stringify({ ...sealed, ciphertext: first + sealed.ciphertext.slice(1) });
  await expect(envelopes.open(changed, place)).rejects.toThrow();
});

test('what an old master key has sealed is opened, and sealed under the current one from then on', async () => {
  const sealed = await envelopes.seal('a', place);
  const renewed = createEnvelopes('d'.repeat(64), ['e'.repeat(64), 'c'.repeat(64)]);
  expect(new TextDecoder().decode(await renewed.open(sealed, place))).toBe('a');
  const again = await renewed.seal('a', place);
  await expect(envelopes.open(again, place)).rejects.toThrow('not known');
  await expect(createEnvelopes('d'.repeat(64)).open(again, place)).resolves.toBeDefined();
});
