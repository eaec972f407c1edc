import { createHash } from 'node:crypto';
import { localeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Envelopes } from '../crypto/envelopes.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Clock } from '../jobs/settings.ts';
import { contentPlace, insertMails, type StoredMail } from './adapters/outbox-table.ts';
import { requireAddress, requireName, requireSubject } from './domain/headers.ts';
import type { Mailbox } from './domain/mailbox.ts';
import { messageIdOf } from './domain/sender.ts';
import { requireUnsubscribe, unsubscribeSchema } from './domain/unsubscribe.ts';
import type { Mail, SendMails, Templates } from './mail.ts';

/** The job that sends a mail; its payload is `{ id }`. */
export const SEND_JOB = 'mail.send';

interface OutboxOptions {
  jobs: Pick<Jobs, 'enqueueAll'>;
  envelopes: Envelopes;
  templates: Pick<Templates, 'subjectOf'>;
  from: Mailbox;
  clock: Clock;
  /** A random UUID. */
  newId: () => string;
}

const contentSchema = z.strictObject({
  to: z.strictObject({ name: z.string(), address: z.string() }),
  locale: localeSchema,
  data: z.record(z.string(), z.json()),
  unsubscribe: unsubscribeSchema.optional(),
});

/** The way into the outbox. */
export function createOutbox({ jobs, envelopes, templates, from, clock, newId }: OutboxOptions): SendMails {
  return async (transaction, mails) => {
    const sealed = await Promise.all(mails.map(seal));
    const inserted = await insertMails(transaction, sealed);
    const jobsOfMails = inserted.map((id) => ({ name: SEND_JOB, payload: { id }, dedupeKey: id }));
    await jobs.enqueueAll(jobsOfMails, transaction);
    return sealed.map(({ id }) => id);
  };

  async function seal({ to, template, locale, data, key, unsubscribe }: Mail) {
    const recipient = { name: requireName(to.name), address: requireAddress(to.address) };
    const ending = unsubscribe && { unsubscribe: requireUnsubscribe(unsubscribe) };
    requireSubject(templates.subjectOf({ template, locale, data }));
    const id = key === undefined ? newId() : idOf(key);
    const opened = JSON.stringify({ to: recipient, locale, data, ...ending });
    const content = await envelopes.seal(opened, contentPlace(id));
    return { id, template, at: clock(), messageId: messageIdOf(id, from), content };
  }
}

/**
 * Opens what was sealed.
 *
 * @throws when it was sealed under another master key, or has been purged.
 */
export async function openContent(envelopes: Envelopes, mail: StoredMail) {
  if (mail.content === null) throw new Error(`the content of mail ${mail.id} has been purged`);
  const opened = await envelopes.open(mail.content, contentPlace(mail.id));
  const { to, locale, data, unsubscribe } = contentSchema.parse(JSON.parse(new TextDecoder().decode(opened)));
  return { to, unsubscribe, content: { template: mail.template, locale, data } };
}

/** The id of all mails of a key: a UUID of version 8 (RFC 9562), of its SHA-256. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex');
  const variant = '89ab'[Number.parseInt(hash.charAt(16), 16) % 4];
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
