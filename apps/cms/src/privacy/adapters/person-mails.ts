import { normalEmail } from '../../platform/crypto/normal-forms.ts';
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
 * @throws when one can't be opened: whether it is the person's isn't known then.
 */
export async function mailsTo(
  { envelopes }: Pick<PrivacySetting, 'envelopes'>,
  connection: Connection | Transaction,
  email: string,
  since: Date = new Date(0),
): Promise<PersonMail[]> {
  const wanted = normalEmail(email);
  const found: PersonMail[] = [];
  let after = '';
  for (;;) {
    const page = await readKeptMails(connection, { since, after, limit: PAGE });
    for (const mail of page) {
      const { to, content } = await openContent(envelopes, mail);
      const { id, at, state } = mail;
      if (normalEmail(to.address) === wanted) found.push({ id, at, state, ...content });
      after = id;
    }
    if (page.length < PAGE) return found.sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
