import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/**
 * Playwright's global set-up of the mail server that the stack under test sends by: it takes every mail, and keeps each
 * as a file that specs read (`mailbox.ts`). Its address and folder are in the environment.
 * @returns the tear-down
 */
export default async function startMailSink(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-mail-'));
  let taken = 0;

  async function keep(source: Buffer, recipients: readonly string[]): Promise<void> {
    const { subject = '', text = '', html = '', messageId = '', headers } = await PostalMime.parse(source);
    const lines = headers.map(({ originalKey, value }) => `${originalKey}: ${value}`);
    taken += 1;
    const name = join(folder, `${String(taken).padStart(6, '0')}.json`);
    // A spec reads all of a mail or nothing.
    writeFileSync(
      `${name}.part`,
      JSON.stringify({ to: recipients, subject, text, html, messageId, headers: lines }),
    );
    renameSync(`${name}.part`, name);
  }

  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((source) => keep(source, recipients))
        .then(() => done(), done);
    },
  });
  // A client that is gone, as on the stack's end.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  process.env.MAIL_SINK_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_SINK_FOLDER = folder;
  return async () => {
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
    rmSync(folder, { recursive: true });
  };
}
