import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFailure } from './judge-failure.ts';

const failure = (code: string, command: string, responseCode?: number) =>
  Object.assign(new Error('550 marie@exemple.example is unknown here'), { code, command, responseCode });

describe('a failed hand-over', () => {
  it.each([
    ['no connection', failure('ESOCKET', 'CONN'), 'retry'],
    ['no such host', failure('EDNS', 'CONN'), 'retry'],
    ['no greeting in time', failure('ETIMEDOUT', 'CONN'), 'retry'],
    ['a greeting that refuses', failure('EPROTOCOL', 'CONN', 554), 'retry'],
    ['a wrong password', failure('EAUTH', 'AUTH PLAIN', 535), 'retry'],
    ['no encryption to be had', failure('ETLS', 'STARTTLS', 502), 'retry'],
    ['a sender put off', failure('EENVELOPE', 'MAIL FROM', 451), 'retry'],
    ['a sender who should have signed in', failure('EENVELOPE', 'MAIL FROM', 530), 'retry'],
    ['a sender refused', failure('EENVELOPE', 'MAIL FROM', 550), 'refused'],
    ['a recipient put off', failure('EENVELOPE', 'RCPT TO', 450), 'retry'],
    ['a recipient refused', failure('EENVELOPE', 'RCPT TO', 550), 'refused'],
    ['a wrong order of commands', failure('EENVELOPE', 'DATA', 503), 'retry'],
    ['a mail too long for the server', failure('EMESSAGE', 'MAIL FROM'), 'refused'],
    ['an envelope that cannot be written', failure('EENVELOPE', 'API'), 'refused'],
    ['a stop of our own', failure('EABORT', ''), 'retry'],
    ['something that is no error', undefined, 'retry'],
  ])('before the content: %s', (_, error, verdict) => {
    expect(judgeFailure(error, false).verdict).toBe(verdict);
  });

  it.each([
    ['content put off', failure('EMESSAGE', 'DATA', 451), 'retry'],
    ['closing, said as the answer', failure('EMESSAGE', 'DATA', 421), 'retry'],
    ['content refused', failure('EMESSAGE', 'DATA', 554), 'refused'],
    ['a connection cut', failure('ECONNECTION', 'CONN'), 'uncertain'],
    ['a connection cut within a refusal', failure('ECONNECTION', 'CONN', 554), 'uncertain'],
    ['an answer without a number', failure('EMESSAGE', 'DATA'), 'uncertain'],
    ['an answer that answers something else', failure('EMESSAGE', 'DATA', 354), 'uncertain'],
    ['no answer in time', failure('ETIMEDOUT', 'CONN'), 'uncertain'],
    ['a socket that broke', failure('ESOCKET', 'CONN'), 'uncertain'],
    ['a stop of our own', failure('EABORT', ''), 'uncertain'],
    ['something that is no error', 'no', 'uncertain'],
  ])('after it: %s', (_, error, verdict) => {
    expect(judgeFailure(error, true).verdict).toBe(verdict);
  });

  it('is told without a word of the server', () => {
    expect(judgeFailure(failure('EENVELOPE', 'RCPT TO', 550), false).reason).toBe('EENVELOPE 550 RCPT TO');
  });

  it('once the content has left is only certain by a reply of 4xx or 5xx to it', () => {
    const anything = fc.record(
      {
        code: fc.oneof(fc.constantFrom('EMESSAGE', 'EENVELOPE', 'ECONNECTION', 'ETIMEDOUT'), fc.anything()),
        command: fc.oneof(fc.constantFrom('DATA', 'RCPT TO', 'CONN'), fc.anything()),
        responseCode: fc.oneof(fc.integer({ min: 0, max: 999 }), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (error) => {
        const { verdict } = judgeFailure(error, true);
        const replied =
          typeof error.responseCode === 'number' && error.responseCode >= 400 && error.command !== 'CONN';
        if (!replied) expect(verdict).toBe('uncertain');
      }),
    );
  });
});
