import { expect, it } from 'vitest';
import { HOST, READER, reportNames, reportOf } from '../../tests/support/reports.ts';
import { verdictOf } from './domain/report.ts';
import { readReport } from './read-report.ts';

const TOKEN = 'aB3-_'.repeat(9).slice(0, 43);
const MESSAGE_ID = `<${TOKEN}@${HOST}>`;
const RETURN_PATH = `retours+*@${HOST}`;
const isReader = (address: string) => address.toLowerCase() === READER;

/** What each form is to be taken as; null for what is no report about the reader. */
const EXPECTED: Record<string, string | null> = {
  'postfix-unknown-user': 'hard 5.1.1',
  'postfix-host-not-found': 'hard 5.4.4',
  'postfix-mailbox-full': 'soft 4.2.2',
  'postfix-expired': 'soft 4.4.1',
  'postfix-delayed': 'receipt',
  'postfix-delivered': 'receipt',
  'exim-no-such-user': 'hard 5.0.0',
  'exim-detail-in-diagnostic': 'soft 5.3.4',
  'exim-plain-permanent': 'hard 5.0.0',
  'exim-plain-timeout': 'soft 4.0.0',
  'exchange-recipient-not-found': 'hard 5.1.10',
  'exchange-blocked-by-policy': 'soft 5.7.1',
  'exchange-quota': 'soft 5.2.2',
  'gmail-no-such-user': 'hard 5.1.1',
  'gmail-over-quota': 'soft 4.2.2',
  'gmail-unauthenticated': 'soft 5.7.26',
  'gmail-delayed': 'receipt',
  'sendmail-user-unknown': 'hard 5.1.1',
  'sendmail-warning': 'receipt',
  'qmail-no-mailbox': 'hard 5.1.1',
  'qmail-gave-up': 'soft 4.4.2',
  'outlook-mailbox-unavailable': 'hard 5.5.0',
  'yahoo-account-disabled': 'hard 5.0.0',
  'icloud-lower-case-names': 'hard 5.1.6',
  'domino-without-status': 'hard 5.0.0',
  'courier-full-message': 'hard 5.0.0',
  'global-headers': 'hard 5.1.1',
  'base64-parts': 'hard 5.1.1',
  'footer-added-on-the-way': 'hard 5.1.1',
  'two-recipients': 'soft 4.2.2',
  'renamed-by-the-server': 'hard 5.1.1',
  'passed-on-elsewhere': 'soft 5.1.1',
  'token-alone': 'hard 5.1.1',
  'arf-abuse': 'complaint',
  'arf-redacted': 'complaint',
  'arf-headers-only': 'complaint',
  'arf-fraud': 'complaint',
  'arf-opt-out': 'complaint',
  'arf-not-spam': null,
  'arf-authentication-failure': null,
  'arf-of-another': null,
  absence: null,
  'answer-of-a-person': null,
  'read-receipt': null,
};

it('knows what every fixture is', () => {
  expect(reportNames().sort()).toEqual(Object.keys(EXPECTED).sort());
});

const read = (name: string) => readReport(reportOf(name, { messageId: MESSAGE_ID }), RETURN_PATH);

it.each(Object.entries(EXPECTED))('takes %s for %s', async (name, expected) => {
  const report = await read(name);
  const verdict = report && verdictOf(report, isReader);
  expect(verdict && [verdict.kind, verdict.status].filter(Boolean).join(' ')).toBe(expected);
});

const TAKEN = Object.keys(EXPECTED).filter((name) => EXPECTED[name] !== null);
it.each(TAKEN)('tells by %s which of our mails it is about', async (name) => {
  const report = await read(name);
  expect([report?.messageIds[0] ?? null, report?.token ?? null]).toEqual(
    name === 'token-alone' ? [null, TOKEN] : [MESSAGE_ID, null],
  );
});

it('has nothing against a reader in reports that name others alone', async () => {
  const report = await readReport(reportOf('postfix-unknown-user', { messageId: MESSAGE_ID }), null);
  expect(report && verdictOf(report, (address) => address === 'autre@ailleurs.example')).toBeNull();
});

it('takes what is cut off anywhere for what it still is, or for nothing', async () => {
  const whole = reportOf('postfix-unknown-user', { messageId: MESSAGE_ID });
  for (let end = 0; end < whole.length; end += 37) {
    const report = await readReport(whole.subarray(0, end), RETURN_PATH);
    const verdict = report && verdictOf(report, isReader);
    expect([null, 'hard', 'soft']).toContain(verdict?.kind ?? null);
  }
});

it('reads no bytes that are no mail', async () => {
  expect(await readReport(new Uint8Array(0), RETURN_PATH)).toBeNull();
  expect(
    await readReport(
      Uint8Array.from({ length: 5000 }, (_, place) => (place * 31) % 256),
      null,
    ),
  ).toBeNull();
});
