import { Readable } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import type { Delivery } from '../domain/delivery.ts';
import { judgeFailure } from '../domain/judge-failure.ts';

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

/** A key that mail is signed with (RFC 6376): the domain has its public half at `<selector>._domainkey`. */
export interface DkimKey {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}

interface SmtpPoolOptions {
  /** Connections at a time. */
  connections: number;
  patience?: SmtpPatience;
  dkim?: DkimKey | undefined;
}

/** Kept connections to one server. */
export interface SmtpPool {
  /**
   * Hands a mail over.
   *
   * @param mail as nodemailer takes it; no two of one `messageId` at a time.
   * @param run `beforeContent` is called when the server has asked for the content and before its first byte leaves;
   *   nothing leaves when it rejects.
   */
  deliver(
    mail: SendMailOptions & { messageId: string },
    run: { beforeContent: () => Promise<void>; signal: AbortSignal },
  ): Promise<Delivery>;
  close(): void;
}

/**
 * SMTP over connections that are kept.
 *
 * With a password in the address nothing is said before the connection is encrypted and the server's certificate
 * holds. Without one, encryption is taken where it is offered (RFC 7435): that is for a server of one's own network.
 *
 * @param url `smtp://` or `smtps://`, with the user and password of the server, percent-encoded.
 */
export function createSmtpPool(
  url: string,
  { connections, patience = PATIENCE, dkim }: SmtpPoolOptions,
): SmtpPool {
  const beforeContents = new Map<string, () => Promise<void>>();
  const signer = dkim && signerOf(dkim);
  const transport = createTransport({
    ...serverOf(url),
    pool: true,
    maxConnections: connections,
    // One that was cut off before its content left is tried again by whoever asked for it.
    maxRequeues: 0,
    connectionTimeout: patience.connectionMs,
    greetingTimeout: patience.connectionMs,
    dnsTimeout: patience.connectionMs,
    socketTimeout: patience.silenceMs,
  });
  // The server's reply to DATA is what has the stream read, for the first time: a begun mail is known by that.
  // Nodemailer's own setting for DKIM would read it earlier.
  transport.use('stream', ({ data, message }, done) => {
    const before = beforeContents.get(String(data.messageId));
    if (message === null || before === undefined) {
      done(new Error('A mail was sent past its transport'));
      return;
    }
    message.processFunc((content) =>
      Readable.from(
        contentAfter(before, () => signer?.sign(content) ?? content),
        { objectMode: false },
      ),
    );
    done();
  });

  return {
    async deliver(mail, { beforeContent, signal }) {
      let handedOver = false;
      beforeContents.set(mail.messageId, async () => {
        await beforeContent();
        handedOver = true;
      });
      const limit = limitOf(signal, patience.wholeMs);
      try {
        await transport.sendMail({ ...mail, signal: limit.signal });
        return { verdict: 'sent' };
      } catch (error) {
        return judgeFailure(error, handedOver);
      } finally {
        limit.release();
        beforeContents.delete(mail.messageId);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * Aborts with a signal, or after a time. Not `AbortSignal.any` and `timeout`: those of a hundred thousand mails
 * would be held until each of their times has come.
 */
function limitOf(signal: AbortSignal, milliseconds: number) {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  const timer = setTimeout(() => controller.abort(new Error('out of time')), milliseconds);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
}

async function* contentAfter(before: () => Promise<void>, content: () => AsyncIterable<unknown>) {
  await before();
  yield* content();
}

function signerOf({ domain, selector, privateKey }: DkimKey): DKIM {
  return new DKIM({ domainName: domain, keySelector: selector, privateKey });
}

/** A server as nodemailer takes it. */
export function serverOf(url: string) {
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
