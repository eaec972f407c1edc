/**
 * What a failed hand-over is about. `reader`: this mail to this reader. `content`: what the mail says. `sender`: whom
 * mail comes from, which is the same for all. `authentication`: the password. `session`: the connection or the server;
 * any other mail would have fared alike.
 */
export type FailureScope = 'reader' | 'content' | 'sender' | 'authentication' | 'session';

/** 421: the server is closing (RFC 5321, 3.8), whatever it says it to. */
const CLOSING = '421';

/**
 * Tells the scope by the reason that the mailer gives: code, reply and command (`EENVELOPE 550 RCPT TO`).
 */
export function scopeOf(reason: string): FailureScope {
  const [, code = '', reply = '', command = ''] = /^(\S+)(?: (\d{3}))?(?: (.*))?$/.exec(reason) ?? [];
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

/** Whether the server has said that it won't ever take mail for this reader. */
export const isOfAddress = (reason: string): boolean => /^EENVELOPE 5\d\d RCPT TO$/.test(reason);
