import { ImapFlow } from 'imapflow';
import type { MailboxAddress } from '../domain/mailbox-address.ts';
import type { TakeSource } from '../take-source.ts';

/** Looked at in one run; what is left is there at the next. */
const MAILS = 200;
/** Of a longer mail the rest isn't read: reports stand at the beginning. */
const LARGEST_BYTES = 5_000_000;
/** Without a byte, in milliseconds. */
const SILENCE_MS = 30_000;

/** Where what was taken goes, beside the folder that reports come to. */
const DONE_FOLDER = 'Passerelle';

/**
 * Takes what is in a folder of a mailbox, over a connection of its own. Each mail is moved to the folder `Passerelle`
 * after what it says is stored: one that was stored and not moved is taken again, which changes nothing. One that
 * couldn't be stored stays, and the others pass it by.
 *
 * @param reached is told once the folder is open.
 * @throws when the server can't be spoken to, or the connection is lost: the next run goes on where this one ended.
 *   Also the first of what kept a mail from being stored, once all were looked at.
 */
export async function collectMailbox(
  address: MailboxAddress,
  { take, signal, reached }: { take: TakeSource; signal: AbortSignal; reached: () => Promise<void> },
): Promise<void> {
  const { host, port, secure, startTls, user, password, folder } = address;
  const client = new ImapFlow({
    ...{ host, port, secure, auth: { user, pass: password } },
    // Left to the library it would be taken where it is offered, and the password said in clear where it isn't.
    doSTARTTLS: secure ? undefined : startTls,
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
  });
  // What goes wrong rejects what is under way too; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const folders = await client.list();
    if (!folders.some(({ name }) => name === DONE_FOLDER)) await client.mailboxCreate(DONE_FOLDER);
    const lock = await client.getMailboxLock(folder);
    const failures: unknown[] = [];
    try {
      await reached();
      const found = (await client.search({ all: true }, { uid: true })) || [];
      for (const uid of found.slice(0, MAILS)) {
        if (signal.aborted) break;
        const mail = await client.fetchOne(`${uid}`, { source: { maxLength: LARGEST_BYTES } }, { uid: true });
        if (!mail || mail.source === undefined) continue;
        const isStored = await take(mail.source).then(
          () => true,
          (error: unknown) => {
            failures.push(error);
            return false;
          },
        );
        if (isStored) await client.messageMove(`${uid}`, DONE_FOLDER, { uid: true });
      }
    } finally {
      lock.release();
    }
    await client.logout();
    if (failures.length > 0) throw failures[0];
  } finally {
    client.close();
  }
}
