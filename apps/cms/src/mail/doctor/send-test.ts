import { randomBytes } from 'node:crypto';
import { returnPathOf } from '../../bounces/domain/return-path.ts';
import { createSmtpPool } from '../../platform/mailer/adapters/smtp-pool.ts';
import type { Delivery } from '../../platform/mailer/domain/delivery.ts';
import type { MailSettings } from './examine.ts';

interface TestMail {
  to: string;
  subject: string;
  text: string;
}

/** Hands a mail over as an issue would be: by the same server, with the same sender, return path and signature. */
export async function sendTestMail(
  { MAIL_FROM, BOUNCE_EMAIL, dkim }: Pick<MailSettings, 'MAIL_FROM' | 'BOUNCE_EMAIL' | 'dkim'>,
  url: string,
  { to, subject, text }: TestMail,
): Promise<Delivery> {
  const pool = createSmtpPool(url, { connections: 1, dkim });
  const domain = MAIL_FROM.address.slice(MAIL_FROM.address.lastIndexOf('@') + 1);
  const messageId = `<${randomBytes(32).toString('base64url')}@${domain}>`;
  try {
    return await pool.deliver(
      {
        from: MAIL_FROM,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        envelope: { from: returnPathOf(BOUNCE_EMAIL ?? MAIL_FROM.address, messageId), to },
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { beforeContent: async () => undefined, signal: AbortSignal.timeout(60_000) },
    );
  } finally {
    pool.close();
  }
}
