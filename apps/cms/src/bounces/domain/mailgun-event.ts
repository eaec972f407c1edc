import { z } from 'zod';
import { failureOf, statusIn } from './failure.ts';
import type { Report } from './report.ts';

/** What a webhook message of Mailgun is signed with. */
export const mailgunSignatureSchema = z.object({
  signature: z.object({
    /** Seconds since 1970. */
    timestamp: z.string().regex(/^\d{1,12}$/),
    token: z.string().min(1).max(100),
    /** HMAC-SHA-256 in hexadecimal. */
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});
export type MailgunSignature = z.infer<typeof mailgunSignatureSchema>['signature'];

const message = z.object({
  headers: z.object({ 'message-id': z.string().max(300), to: z.string().max(1000).optional() }),
});
const recipient = z.string().max(320);

const eventSchema = z.object({
  'event-data': z.discriminatedUnion('event', [
    z.object({
      event: z.literal('failed'),
      /** `temporary` is still tried. */
      severity: z.enum(['permanent', 'temporary']),
      recipient,
      message,
      'delivery-status': z
        .object({
          code: z.union([z.number(), z.string()]).nullish(),
          'enhanced-code': z.string().max(20).nullish(),
        })
        .default({}),
    }),
    z.object({ event: z.literal('complained'), recipient, message }),
    z.object({ event: z.literal('delivered'), recipient, message }),
  ]),
});

/** Mailgun's own numbers, 600 and up, say that it has given up on an address. */
const GIVEN_UP = '5.0.0';

/**
 * Reads what Mailgun tells of a mail as a report. Its own `failed` with `permanent` also tells of tries that ran out;
 * the code tells those from addresses that won't take mail.
 *
 * @returns null for what is no report, such as a mail that is still tried.
 */
export function mailgunReport(body: unknown): Report | null {
  const data = eventSchema.safeParse(body).data?.['event-data'];
  if (data === undefined || (data.event === 'failed' && data.severity === 'temporary')) return null;
  const { 'message-id': named, to } = data.message.headers;
  const subject = {
    messageIds: [named.startsWith('<') ? named : `<${named}>`],
    token: null,
    writtenTo: to?.includes(data.recipient) ? [data.recipient] : [],
  };
  if (data.event === 'complained') return { kind: 'complaint', recipients: [data.recipient], ...subject };
  if (data.event === 'delivered') return { kind: 'receipt', recipients: [[data.recipient]], ...subject };
  const { code, 'enhanced-code': enhanced } = data['delivery-status'];
  const status = statusIn(enhanced ?? '') ?? statusIn(`${code ?? ''}`) ?? GIVEN_UP;
  const failure = failureOf(status) ?? 'hard';
  return { kind: 'failure', recipients: [{ addresses: [data.recipient], failure, status }], ...subject };
}
