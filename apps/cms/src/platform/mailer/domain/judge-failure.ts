import { z } from 'zod';
import type { Delivery } from './delivery.ts';

/**
 * What nodemailer says of a failure. `responseCode` is there when the server has replied; `command` tells to what,
 * or is `CONN` when the connection failed and `API` when nothing was sent.
 */
const smtpFailureSchema = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().int().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
});
type SmtpFailure = z.infer<typeof smtpFailureSchema>;

/** What has an answer for this mail, rather than for the connection: its sender, its recipient, its content. */
const OF_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/**
 * Permanent by their number, but about the session: bad sequence of commands; authentication or encryption asked for
 * (RFC 4954, RFC 3207). The mail itself is fine, and goes once the settings are.
 */
const OF_THE_SESSION = new Set([503, 530, 538]);

/**
 * Judges a failed hand-over.
 *
 * A reply to the mail's own commands decides it: 4xx may be tried again, 5xx won't be taken (RFC 5321, 4.2.1). Without
 * one, what counts is whether the content had begun to leave: the server may then have taken it.
 *
 * @param error as nodemailer gives it.
 * @param handedOver whether the server had asked for the content and was given some of it.
 */
export function judgeFailure(error: unknown, handedOver: boolean): Exclude<Delivery, { verdict: 'sent' }> {
  const failure = smtpFailureSchema.catch({}).parse(error);
  const reason = wordsOf(failure);
  const reply = replyOf(failure);
  if (reply !== undefined) {
    return { verdict: reply >= 500 && !OF_THE_SESSION.has(reply) ? 'refused' : 'retry', reason };
  }
  if (handedOver) return { verdict: 'uncertain', reason };
  return { verdict: isUnfit(failure) ? 'refused' : 'retry', reason };
}

/**
 * The reply to one of the mail's own commands. A fragment of a reply that came with the end of the connection is
 * none (its command is `CONN`), nor is a line without a number.
 */
function replyOf({ code, responseCode, command = '' }: SmtpFailure): number | undefined {
  const isOurs = (code === 'EENVELOPE' || code === 'EMESSAGE') && OF_THE_MAIL.has(command);
  return isOurs && responseCode !== undefined && responseCode >= 400 ? responseCode : undefined;
}

/** What nodemailer refuses without asking: longer than the server's SIZE, or an envelope that can't be written. */
function isUnfit({ code, responseCode, command }: SmtpFailure): boolean {
  if (responseCode !== undefined) return false;
  return (code === 'EMESSAGE' && command === 'MAIL FROM') || (code === 'EENVELOPE' && command === 'API');
}

/** The enhanced status code that a reply begins with (RFC 2034). */
const ENHANCED = /^[45]\d\d[ -](?<status>[45]\.\d{1,3}\.\d{1,3})(?![.\d])/;

/** `EENVELOPE 550 5.1.1 RCPT TO`: never the reply's text, which may repeat the address. */
function wordsOf({ code, responseCode, command, response = '' }: SmtpFailure): string {
  const words = [
    code !== undefined && /^[A-Z_]{1,24}$/.test(code) ? code : 'unknown',
    responseCode,
    ENHANCED.exec(response)?.groups?.status,
    command !== undefined && /^[A-Z0-9 -]{1,24}$/.test(command) ? command : undefined,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}
