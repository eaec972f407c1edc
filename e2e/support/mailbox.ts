import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { told } from './newsroom.ts';

/** The stack under test has no mail server: what it sends is in its local mailbox, a file for each mail. */

const WITHIN = { timeout: 20_000, intervals: [100, 250] };

const mailSchema = z.object({
  template: z.string(),
  to: z.object({ address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.array(z.string()),
});
export type ReceivedMail = z.infer<typeof mailSchema>;

/** What an address has received, the oldest first. */
export function mailsTo(address: string): ReceivedMail[] {
  const folder = join(told('DATA_DIR'), 'cms', 'mail');
  // Made with the first mail.
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => mailSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .filter(({ to }) => to.address === address);
}

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
