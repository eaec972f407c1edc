import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { z } from 'zod';
import type { Mailbox } from '../domain/mailbox.ts';
import { keepMail } from './mailbox-files.ts';
import type { SmtpPool } from './smtp-pool.ts';

/** What the sender of issues hands over. */
const sourceSchema = z.object({
  raw: z.string(),
  messageId: z.string(),
  envelope: z.object({ from: z.string(), to: z.string() }),
});

/** What a mail to many is called in the mailbox, where others have the name of their template. */
const TEMPLATE = 'newsletter-issue';

/**
 * Has issues go to the local mailbox as they would go to a server: each mail is read back from its source. Of a mail
 * that could not be written it isn't known how much of it is there.
 *
 * @param folder as for `createMailbox`.
 */
export function createMailboxPool(folder: string): SmtpPool {
  return {
    async deliver(mail, { beforeContent }) {
      const { raw, messageId, envelope } = sourceSchema.parse(mail);
      try {
        await beforeContent();
      } catch {
        return { verdict: 'retry', reason: 'not begun' };
      }
      try {
        const { subject = '', text = '', html = '', from, date } = await PostalMime.parse(raw);
        const parts = { template: TEMPLATE, messageId, subject, text, html };
        const people = { from: mailboxOf(from?.name, envelope.from), to: mailboxOf('', envelope.to) };
        const at = z.coerce.date().parse(date);
        await keepMail(folder, { id: issueMailId(messageId), at, ...people, ...parts }, Buffer.from(raw));
        return { verdict: 'sent' };
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'not written';
        return { verdict: 'uncertain', reason };
      }
    },
    close: () => undefined,
  };
}

const mailboxOf = (name: string | undefined, address: string): Mailbox => ({ name: name ?? '', address });

/** The id of an issue's mail in the mailbox: the same for the same mail, as names there want it. */
export const issueMailId = (messageId: string): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, 36);
