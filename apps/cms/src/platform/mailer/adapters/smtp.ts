import type { MailTransport } from '../mail.ts';
import { compositionOf } from './composition.ts';
import { createSmtpPool, PATIENCE, type SmtpPatience } from './smtp-pool.ts';

/** The outbox's mail by SMTP. @param url as for `createSmtpPool`. */
export function createSmtp(url: string, patience: SmtpPatience = PATIENCE): MailTransport {
  const pool = createSmtpPool(url, { connections: 4, patience });
  return {
    deliver: (message, run) => pool.deliver(compositionOf(message), run),
    close: pool.close,
  };
}
