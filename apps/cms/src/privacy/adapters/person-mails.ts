import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { readKeptMails, type StoredMail } from '../../platform/mailer/adapters/outbox-table.ts';
import { openContent } from '../../platform/mailer/outbox.ts';
import type { PrivacySetting } from './privacy-setting.ts';

/** A mail to a person, opened. */
export type PersonMail = Pick<StoredMail, 'id' | 'at' | 'state'> &
  Awaited<ReturnType<typeof openContent>>['content'];

/** Opened at once. */
const PAGE = 500;

/**
 * The mails of the outbox to an address whose content is kept. The outbox knows no address without its content: all
 * that are kept are opened.
 *
 * @param person the keyed hash of the address.
 * @param templates all of them unless given.
 * @throws when one can't be opened: whether it is the person's isn't known then.
 */
export async function mailsTo(
  { envelopes, records }: Pick<PrivacySetting, 'envelopes' | 'records'>,
  connection: Connection | Transaction,
  person: string,
  { since = new Date(0), templates }: { since?: Date; templates?: readonly string[] } = {},
): Promise<PersonMail[]> {
  const found: PersonMail[] = [];
  let after = '';
  for (;;) {
    const page = await readKeptMails(connection, { since, after, limit: PAGE, templates });
    for (const mail of page) {
      const { to, content } = await openContent(envelopes, mail);
      const { id, at, state } = mail;
      if (records.blindIndex('email', to.address) === person) found.push({ id, at, state, ...content });
      after = id;
    }
    if (page.length < PAGE) return found.sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
