import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { judgeFailure } from '../domain/judge-failure.ts';
import type { MailTransport } from '../mail.ts';
import { compositionOf } from './composition.ts';

/** How long the server is waited for, in milliseconds. */
export interface SmtpPatience {
  /** Name look-up, connection, greeting and encryption together. */
  connectionMs: number;
  /** Without a byte. Servers may check what they were given before they answer: RFC 5321 (4.5.3.2) asks for minutes. */
  silenceMs: number;
  /** For one mail, whatever the server does. */
  wholeMs: number;
}

const PATIENCE: SmtpPatience = { connectionMs: 20_000, silenceMs: 180_000, wholeMs: 600_000 };

/**
 * Mail by SMTP, over connections that are kept.
 *
 * With a password in the address nothing is said before the connection is encrypted and the server's certificate
 * holds. Without one, encryption is taken where it is offered (RFC 7435): that is for a server of one's own network.
 *
 * @param url `smtp://` or `smtps://`, with the user and password of the server, percent-encoded.
 */
export function createSmtp(url: string, patience = PATIENCE): MailTransport {
  const beforeContents = new Map<string, () => Promise<void>>();
  const transport = createTransport({
    ...serverOf(url),
    pool: true,
    maxConnections: 4,
    // One that was cut off before its content left is tried again by its job.
    maxRequeues: 0,
    connectionTimeout: patience.connectionMs,
    greetingTimeout: patience.connectionMs,
    dnsTimeout: patience.connectionMs,
    socketTimeout: patience.silenceMs,
  });
  // The server's reply to DATA is what has the stream read, for the first time: a begun mail is known by that.
  transport.use('stream', ({ data, message }, done) => {
    const before = beforeContents.get(String(data.messageId));
    if (message === null || before === undefined) {
      done(new Error('A mail was sent past its transport'));
      return;
    }
    message.processFunc((content) => Readable.from(contentAfter(before, content), { objectMode: false }));
    done();
  });

  return {
    async deliver(message, { beforeContent, signal }) {
      let handedOver = false;
      beforeContents.set(message.messageId, async () => {
        await beforeContent();
        handedOver = true;
      });
      try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(patience.wholeMs)]);
        await transport.sendMail({ ...compositionOf(message), signal: limit });
        return { verdict: 'sent' };
      } catch (error) {
        return judgeFailure(error, handedOver);
      } finally {
        beforeContents.delete(message.messageId);
      }
    },
    close: () => transport.close(),
  };
}

async function* contentAfter(before: () => Promise<void>, content: AsyncIterable<unknown>) {
  await before();
  yield* content;
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const server = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
  };
  if (password === '') return { ...server, opportunisticTLS: true, tls: { rejectUnauthorized: secure } };
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return { ...server, requireTLS: true, auth };
}
