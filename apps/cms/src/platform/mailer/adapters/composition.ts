import type { SendMailOptions } from 'nodemailer';
import { unsubscribeHeaders } from '../domain/unsubscribe.ts';
import type { Message } from '../mail.ts';

/** A message as nodemailer takes it. Addresses are objects: nothing is parsed out of a string. */
export function compositionOf(message: Message) {
  const { from, to, subject, text, html, messageId, at, unsubscribe } = message;
  return {
    from,
    to,
    subject,
    text,
    html,
    messageId,
    date: at,
    // RFC 3834: no out-of-office reply comes back to this.
    headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe && unsubscribeHeaders(unsubscribe)) },
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SendMailOptions;
}
