import type { MailTransport } from '../mail.ts';
import { compositionOf } from './composition.ts';
import { createSmtpPool, type DkimKey, type SmtpPatience } from './smtp-pool.ts';

interface SmtpOptions {
  patience?: SmtpPatience;
  /** Signs every mail: RFC 8058 asks that of those which a click ends, and DMARC of all. */
  dkim?: DkimKey | undefined;
}

/** The outbox's mail by SMTP. @param url as for `createSmtpPool`. */
export function createSmtp(url: string, options: SmtpOptions = {}): MailTransport {
  const pool = createSmtpPool(url, { connections: 4, ...options });
  return {
    deliver: (message, run) => pool.deliver(compositionOf(message), run),
    close: pool.close,
  };
}
