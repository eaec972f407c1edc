import { expect, test } from 'vitest';
import { judgeFailure } from '../../platform/mailer/domain/judge-failure.ts';
import { isOfAddress, scopeOf } from './failure-scope.ts';

const reasonOf = (code: string, command: string, responseCode?: number, response?: string) =>
  judgeFailure(Object.assign(new Error('no'), { code, command, responseCode, response }), false).reason;

test.each([
  ['no connection', reasonOf('ESOCKET', 'CONN'), 'session'],
  ['a greeting that refuses', reasonOf('EPROTOCOL', 'CONN', 554), 'session'],
  ['closing', reasonOf('EENVELOPE', 'RCPT TO', 421), 'session'],
  ['a wrong password', reasonOf('EAUTH', 'AUTH PLAIN', 535), 'authentication'],
  ['a password that cannot be checked now', reasonOf('EAUTH', 'AUTH PLAIN', 454), 'session'],
  ['a sender who should have signed in', reasonOf('EENVELOPE', 'MAIL FROM', 530), 'authentication'],
  ['a sender refused', reasonOf('EENVELOPE', 'MAIL FROM', 550), 'sender'],
  ['a recipient put off', reasonOf('EENVELOPE', 'RCPT TO', 451), 'reader'],
  ['a recipient refused', reasonOf('EENVELOPE', 'RCPT TO', 550), 'reader'],
  ['content refused', reasonOf('EMESSAGE', 'DATA', 554), 'content'],
  ['a mail too long for the server', reasonOf('EMESSAGE', 'MAIL FROM'), 'content'],
  ['an envelope that cannot be written', reasonOf('EENVELOPE', 'API'), 'reader'],
  ['a stop of our own', reasonOf('EABORT', ''), 'session'],
  ['nothing known', 'unknown', 'session'],
])('%s is about: %s', (_, reason, scope) => {
  expect(scopeOf(reason)).toBe(scope);
});

test('an address is given up for a refusal of the recipient alone', () => {
  expect(isOfAddress(reasonOf('EENVELOPE', 'RCPT TO', 550))).toBe(true);
  expect(isOfAddress(reasonOf('EENVELOPE', 'RCPT TO', 450))).toBe(false);
  expect(isOfAddress(reasonOf('EMESSAGE', 'DATA', 554))).toBe(false);
});

test.each([
  [550, '550 5.1.1 <marie@exemple.example>: unknown', true],
  [550, '550-5.2.1 disabled\n550 5.2.1 for good', true],
  [553, '553 no such mailbox', true],
  [552, '552 5.2.2 over quota', false],
  [550, '550 5.7.1 blocked: reverse DNS', false],
  [550, '550 5.7.26 unauthenticated sender', false],
  [552, '552 full', false],
  [554, '554 blocked', false],
])('%i with “%s” is of the address: %s', (reply, response, is) => {
  const reason = reasonOf('EENVELOPE', 'RCPT TO', reply, response);
  expect(isOfAddress(reason)).toBe(is);
  expect(scopeOf(reason)).toBe('reader');
  expect(reason).toMatch(/^EENVELOPE 5\d\d (?:5\.\d\.\d+ )?RCPT TO$/);
});
