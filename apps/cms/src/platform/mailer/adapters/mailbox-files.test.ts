import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../mail.ts';
import { createMailbox, listMails, purgeMails, readMailFile, readMailSource } from './mailbox-files.ts';

const run = { signal: new AbortController().signal, beforeContent: async () => undefined };
const letter = (number: number, at: string): Message => ({
  id: `3f8a7b52-7d5e-4c7e-9d65-0b6f5b7f5a1${number}`,
  template: 'letter',
  at: new Date(at),
  messageId: `<${number}@passerelle.example>`,
  from: { name: 'Passerelle', address: 'bonjour@passerelle.example' },
  to: { name: 'Zoé', address: 'zoé@été.example' },
  subject: 'Été\u00a0: « bonjour »',
  text: 'Bonjour.\n.\nFin',
  html: '<p>Bonjour.</p>',
});

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'passerelle-mailbox-'));
  folder = join(parent, 'mail');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('a mail tried twice is one, read back as it was', async () => {
  const mailbox = createMailbox(folder);
  const message = letter(1, '2026-11-24T21:38:01.123Z');
  expect(await mailbox.deliver(message, run)).toEqual({ verdict: 'sent' });
  await mailbox.deliver(message, run);
  const [mail, ...others] = await listMails(folder, 10);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    subject: message.subject,
    text: message.text,
    html: message.html,
    to: message.to,
  });
  expect(mail?.headers).toContain('Message-ID: <1@passerelle.example>');
  expect((await readMailSource(folder, mail?.name ?? ''))?.toString()).toMatch(
    /^Date: Tue, 24 Nov 2026 21:38:01 \+0000\r$/m,
  );
});

test('the newest are listed first, what is old is purged, what is not a mail is left alone', async () => {
  const mailbox = createMailbox(folder);
  expect(await listMails(folder, 10)).toEqual([]);
  await purgeMails(folder, new Date());
  for (const [number, at] of [
    '2026-10-01T00:00:00Z',
    '2026-11-01T00:00:00Z',
    '2026-12-01T00:00:00Z',
  ].entries()) {
    await mailbox.deliver(letter(number, at), run);
  }
  writeFileSync(join(folder, 'notes.json'), '{}');
  const at = async () => (await listMails(folder, 10)).map((mail) => mail.at.slice(5, 7));
  expect(await at()).toEqual(['12', '11', '10']);
  await purgeMails(folder, new Date('2026-11-01T00:00:00Z'));
  expect(await at()).toEqual(['12', '11']);
  expect(readdirSync(folder)).toHaveLength(5);
});

test.each(['../mail', 'notes', '', '20261124T213801123Z-../../x', 'a\0'])(
  '%j names no mail',
  async (name) => {
    await createMailbox(folder).deliver(letter(1, '2026-11-24T21:38:01Z'), run);
    writeFileSync(join(folder, 'notes.json'), '{}');
    expect(await readMailFile(folder, name)).toBeNull();
    expect(await readMailSource(folder, name)).toBeNull();
  },
);
