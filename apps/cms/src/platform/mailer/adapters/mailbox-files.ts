import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailTransport, Message } from '../mail.ts';
import { compositionOf } from './composition.ts';

const mailboxSchema = z.object({ name: z.string(), address: z.string() });
const keptMailSchema = z.object({
  name: z.string(),
  at: z.iso.datetime(),
  template: z.string(),
  messageId: z.string(),
  from: mailboxSchema,
  to: mailboxSchema,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** The headers as they were written, in their order. */
  headers: z.array(z.string()),
});
/** A mail of the local mailbox. */
export type KeptMail = z.infer<typeof keptMailSchema>;

/** `20261124T213801123Z-<id>`: in the order of time, and nothing else that is a path. */
const NAME = /^\d{8}T\d{9}Z-[0-9a-f-]{36}$/;

/**
 * A local mailbox, where no server is set: each mail is a file `<time>-<id>.eml`, and one beside it (`.json`) with
 * its headers and parts. A mail that is tried twice is written to the same files.
 *
 * @param folder absolute; made when it is missing, for this user alone.
 */
export function createMailbox(folder: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async deliver(message) {
      const { message: source } = await composer.sendMail(compositionOf(message));
      const eml = z.instanceof(Buffer).parse(source);
      await keepMail(folder, message, eml);
      return { verdict: 'sent' };
    },
    close: () => composer.close(),
  };
}

/** Writes a mail into a mailbox; whoever reads it sees all of it or nothing. */
export async function keepMail(
  folder: string,
  mail: Omit<Message, 'unsubscribe'>,
  source: Buffer,
): Promise<void> {
  const { id, at, template, messageId, from, to, subject, text, html } = mail;
  const name = `${at.toISOString().replace(/[-:.]/g, '')}-${id}`;
  const headers = headersOf(source);
  const parts = { template, messageId, from, to, subject, text, html, headers };
  const kept: KeptMail = { name, at: at.toISOString(), ...parts };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The mailbox is read by its .json files: what is listed is there whole.
  await put(folder, `${name}.eml`, source);
  await put(folder, `${name}.json`, `${JSON.stringify(kept, null, 2)}\n`);
}

async function put(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  const unfinished = join(folder, `${name}.part`);
  await writeFile(unfinished, content, { mode: 0o600, flush: true });
  await rename(unfinished, join(folder, name));
}

/** One string per header, a folded one with its line breaks (RFC 5322, 2.2.3). */
function headersOf(eml: Buffer): string[] {
  const text = eml.toString('utf8');
  return text.slice(0, text.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
}

/** The newest mails of a mailbox, newest first. */
export async function listMails(folder: string, limit: number): Promise<KeptMail[]> {
  const names = await namesIn(folder);
  const mails = await Promise.all(names.slice(0, limit).map((name) => readMailFile(folder, name)));
  return mails.filter((mail) => mail !== null);
}

/** A mail of a mailbox by its name; null when there is none of it. */
export async function readMailFile(folder: string, name: string): Promise<KeptMail | null> {
  const json = await readPart(folder, name, 'json');
  return json === null ? null : keptMailSchema.parse(JSON.parse(json.toString('utf8')));
}

/** The mail as it would have been sent; null when there is none of this name. */
export const readMailSource = (folder: string, name: string): Promise<Buffer | null> =>
  readPart(folder, name, 'eml');

/** Removes the mails older than `before`. */
export async function purgeMails(folder: string, before: Date): Promise<void> {
  const limit = before.toISOString().replace(/[-:.]/g, '');
  for (const name of await namesIn(folder)) {
    if (name >= limit) continue;
    await rm(join(folder, `${name}.json`), { force: true });
    await rm(join(folder, `${name}.eml`), { force: true });
  }
}

/** Removes mails by their ids, as far as they are there. */
export async function removeMails(folder: string, ids: ReadonlySet<string>): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!ids.has(name.slice(name.indexOf('-') + 1))) continue;
    await rm(join(folder, `${name}.json`), { force: true });
    await rm(join(folder, `${name}.eml`), { force: true });
  }
}

async function readPart(folder: string, name: string, part: 'json' | 'eml'): Promise<Buffer | null> {
  if (!NAME.test(name)) return null;
  try {
    return await readFile(join(folder, `${name}.${part}`));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Newest first. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder);
    const names = files
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length));
    return names
      .filter((name) => NAME.test(name))
      .sort()
      .reverse();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return z.object({ code: z.literal('ENOENT') }).safeParse(error).success;
}
