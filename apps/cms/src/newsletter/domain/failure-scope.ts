import { failureOf } from '../../bounces/domain/failure.ts';

/**
 * What a failed hand-over is about. `reader`: this mail to this reader. `content`: what the mail says. `sender`: whom
 * mail comes from, which is the same for all. `authentication`: the password. `session`: the connection or the server;
 * any other mail would have fared alike.
 */
export type FailureScope = 'reader' | 'content' | 'sender' | 'authentication' | 'session';

/** 421: the server is closing (RFC 5321, 3.8), whatever it says it to. */
const CLOSING = '421';

/**
 * Tells the scope by the reason that the mailer gives: code, reply, enhanced status and command
 * (`EENVELOPE 550 5.1.1 RCPT TO`).
 */
export function scopeOf(reason: string): FailureScope {
  const { code, reply, command } = partsOf(reason);
  // 454 is a password that can't be checked right now (RFC 4954, 4.7.2).
  if (code === 'EAUTH') return reply.startsWith('4') ? 'session' : 'authentication';
  if (reply === '530' || reply === '538') return 'authentication';
  if (reply === CLOSING || reply === '503') return 'session';
  if (code === 'EENVELOPE' && command === 'API') return 'reader';
  if (code === 'EMESSAGE') return 'content';
  if (code !== 'EENVELOPE' || reply === '') return 'session';
  if (command === 'MAIL FROM') return 'sender';
  // Without a recipient nobody is asked for DATA: its refusal before the content is of the same mail.
  return command === 'RCPT TO' || command === 'DATA' ? 'reader' : 'session';
}

/** Replies to a recipient that say less of the address than of its mailbox's size or the server's policy. */
const NOT_OF_THE_ADDRESS = new Set(['552', '554']);

/**
 * Whether the server has said that it won't ever take mail for this reader: as reports of mail that came back are judged
 * (`bounces/domain/failure.ts`), a full mailbox or a policy against how we send isn't that.
 */
export function isOfAddress(reason: string): boolean {
  const { code, reply, status, command } = partsOf(reason);
  if (code !== 'EENVELOPE' || command !== 'RCPT TO' || !reply.startsWith('5')) return false;
  return status === '' ? !NOT_OF_THE_ADDRESS.has(reply) : failureOf(status) === 'hard';
}

function partsOf(reason: string) {
  const parts = /^(\S+)(?: (\d{3}))?(?: ([45]\.\d+\.\d+))?(?: (.*))?$/.exec(reason) ?? [];
  const [, code = '', reply = '', status = '', command = ''] = parts;
  return { code, reply, status, command };
}
