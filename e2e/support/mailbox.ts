import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { told } from './newsroom.ts';

/** What the stack under test has sent: its mail server keeps a file for each mail (`mail-sink.ts`). */

const WITHIN = { timeout: 20_000, intervals: [100, 250] };

const sourceSchema = z.object({
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  headers: z.array(z.string()),
});
export interface ReceivedMail extends z.infer<typeof sourceSchema> {
  /** The name of what it was written by; `newsletter-issue` for one that goes to many. */
  template: string;
}

/** What an address has received, the oldest first. */
export function mailsTo(address: string): ReceivedMail[] {
  const folder = told('MAIL_SINK_FOLDER');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => sourceSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .filter(({ to }) => to.includes(address))
    .map((mail) => ({ ...mail, template: templateOf(mail.messageId) }));
}

/** What the outbox of the stack has of a mail, which it knows by the id that its `Message-ID` has. */
function outboxRow(messageId: string): Record<string, unknown> | undefined {
  const outbox = new DatabaseSync(join(told('DATA_DIR'), 'cms', 'passerelle.sqlite'), { readOnly: true });
  try {
    const id = /^<?([^@]*)@/.exec(messageId)?.[1] ?? '';
    return outbox.prepare('SELECT template, content FROM passerelle_mails WHERE id = ?').get(id);
  } finally {
    outbox.close();
  }
}

/** A mail names its kind to nobody. */
function templateOf(messageId: string): string {
  const template = outboxRow(messageId)?.template;
  return typeof template === 'string' ? template : 'newsletter-issue';
}

/** Whether the outbox still has, sealed, what it has sent. */
export const isKept = ({ messageId }: ReceivedMail): boolean =>
  (outboxRow(messageId)?.content ?? null) !== null;

/** The one mail of a kind an address has received, once it is there. */
export async function mailTo(address: string, template: string): Promise<ReceivedMail> {
  const received = () => mailsTo(address).filter((mail) => mail.template === template);
  await expect.poll(received, { ...WITHIN, message: `${template} to ${address}` }).toHaveLength(1);
  const [mail] = received();
  if (mail === undefined) throw new Error(`No mail "${template}" any more`);
  return mail;
}

/** The address whose path begins so, which both parts of a mail must have. */
export function linkIn({ text, html }: ReceivedMail, path: string): string {
  const start = new URL(path, told('SITE_URL')).href;
  const link = text.split(/\s/).find((word) => word.startsWith(start));
  expect(link, `${path} in the text part`).toBeDefined();
  expect(html).toContain(`href="${link}"`);
  return link ?? '';
}

/** A header's value on one line; undefined where a mail has none of it. */
export function headerOf({ headers }: ReceivedMail, name: string): string | undefined {
  const start = `${name.toLowerCase()}:`;
  const header = headers.find((line) => line.toLowerCase().startsWith(start));
  return header
    ?.slice(start.length)
    .replace(/\r?\n\s+/g, ' ')
    .trim();
}

/** Reads an address as scanners of mail do, again and again, without a cookie. */
export async function scan(link: string): Promise<void> {
  for (const method of ['HEAD', 'GET', 'GET', 'HEAD']) {
    const answer = await fetch(link, { method, redirect: 'manual' });
    expect(answer.status, `${method} ${link}`).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toContain('no-store');
  }
}
