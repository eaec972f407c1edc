import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compileMessage } from '../../../newsletter/message-source.ts';
import { READER_SLOTS } from '../../../newsletter/rendition.ts';
import { listMails, readMailSource } from './mailbox-files.ts';
import { createMailboxPool } from './mailbox-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-mailbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

const unsubscribe = 'https://passerelle.example/infolettre/desabonnement/abc/';
const messageId = '<un@passerelle.example>';
const raw = compileMessage(
  {
    subject: 'L’été à Québec',
    html: `<p>Bonjour à tous</p><a href="${READER_SLOTS.unsubscribe}">Me désabonner</a>`,
    text: `Bonjour à tous\n\n${READER_SLOTS.unsubscribe}\n`,
    articles: [],
    images: [],
  },
  { from: { name: 'Passerelle', address: 'infolettre@passerelle.example' } },
)({
  messageId,
  at: new Date('2026-11-25T12:00:00Z'),
  recipient: { address: 'visiteur@exemple.example', links: { unsubscribe, manage: unsubscribe } },
});
const mail = {
  raw,
  messageId,
  envelope: { from: 'infolettre@passerelle.example', to: 'visiteur@exemple.example' },
};
const signal = new AbortController().signal;

it('writes nothing of a mail that may not leave', async () => {
  const beforeContent = async () => {
    throw new Error('paused');
  };
  const pool = createMailboxPool(folder);
  expect(await pool.deliver(mail, { signal, beforeContent })).toMatchObject({ verdict: 'retry' });
  expect(await listMails(folder, 10)).toEqual([]);
});

it('keeps an issue as a server would have got it, once', async () => {
  const pool = createMailboxPool(folder);
  const beforeContent = async () => undefined;
  expect(await pool.deliver(mail, { signal, beforeContent })).toEqual({ verdict: 'sent' });
  await pool.deliver(mail, { signal, beforeContent });
  const kept = await listMails(folder, 10);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({
    subject: 'L’été à Québec',
    from: { name: 'Passerelle', address: 'infolettre@passerelle.example' },
    to: { address: 'visiteur@exemple.example' },
    template: 'newsletter-issue',
  });
  expect(kept[0]?.text).toContain(`Bonjour à tous\n\n${unsubscribe}`);
  expect(kept[0]?.html).toContain(`<a href="${unsubscribe}">Me désabonner</a>`);
  expect(kept[0]?.headers.join('\n')).toContain(`List-Unsubscribe: <${unsubscribe}>`);
  expect((await readMailSource(folder, kept[0]?.name ?? ''))?.toString()).toBe(raw);
});
