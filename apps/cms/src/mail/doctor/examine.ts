import { isIP } from 'node:net';
import type { Environment } from '../../env.ts';
import { dkimName, judgeDkim } from './dkim.ts';
import { isAligned, judgeDmarc } from './dmarc.ts';
import type { Check, Finding, FindingCode } from './findings.ts';
import { type Names, NamesUnreachable } from './names.ts';
import type { ProbeServer } from './server-probe.ts';
import { judgeSpf } from './spf.ts';

/** What mail is sent with, of the environment. */
export type MailSettings = Pick<
  Environment,
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'BOUNCE_EMAIL'
  | 'BOUNCE_FOLDER'
  | 'BOUNCE_IMAP_URL'
  | 'MAILGUN_WEBHOOK_KEY'
  | 'UNSUBSCRIBE_EMAIL'
  | 'SITE_URL'
  | 'dkim'
>;

interface Parts {
  names: Names;
  probe: ProbeServer;
  /** Who writes, line by line, in each language; empty before the organization is written. */
  senderBlocks: readonly (readonly string[])[];
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Looks at everything that decides whether mail arrives. It changes nothing and sends nothing. */
export async function examineMail(
  settings: MailSettings,
  { names, probe, senderBlocks }: Parts,
): Promise<Finding[]> {
  const from = domainOf(settings.MAIL_FROM.address);
  const returnPath = domainOf(settings.BOUNCE_EMAIL ?? settings.MAIL_FROM.address);
  const { dkim, SMTP_URL, UNSUBSCRIBE_EMAIL } = settings;
  const found: Finding[] = [];
  const note = (check: Check, about: string, code: FindingCode) => found.push({ check, about, code });
  /** Notes what comes of asking for names. */
  async function ask(check: Check, about: string, question: () => Promise<FindingCode>): Promise<void> {
    const code = await question().catch((error: unknown): FindingCode => {
      if (error instanceof NamesUnreachable) return 'names-unreachable';
      throw error;
    });
    note(check, about, code);
  }

  note('sender', settings.MAIL_FROM.address, 'sender-set');
  if (SMTP_URL === undefined) note('server', '', 'no-server');
  else {
    const hostname = new URL(SMTP_URL).hostname.replace(/^\[|\]$/g, '');
    note('server', hostname, `server-${await probe(SMTP_URL)}`);
    await ask('reverse-name', hostname, () => judgeReverse(names, hostname));
  }
  await ask('return-path', returnPath, async () => {
    if ((await names.mailServers(returnPath)).length === 0) return 'return-path-without-mx';
    return isAligned(from, returnPath) ? 'return-path-aligned' : 'return-path-elsewhere';
  });
  const reads = [settings.BOUNCE_FOLDER, settings.BOUNCE_IMAP_URL, settings.MAILGUN_WEBHOOK_KEY];
  note('reports', returnPath, reads.some((one) => one !== undefined) ? 'reports-read' : 'reports-unread');
  await ask('spf', returnPath, () => judgeSpf(names, returnPath));
  if (dkim === undefined) note('dkim', from, 'dkim-not-here');
  else if (!isAligned(from, dkim.domain)) note('dkim', dkim.domain, 'dkim-elsewhere');
  else await ask('dkim', dkimName(dkim), () => judgeDkim(names, dkim));
  await ask('dmarc', `_dmarc.${from}`, () =>
    judgeDmarc(names, { from, returnPath, dkim: dkim?.domain ?? null }),
  );
  if (!settings.SITE_URL.startsWith('https:'))
    note('unsubscribe', settings.SITE_URL, 'unsubscribe-not-https');
  if (UNSUBSCRIBE_EMAIL === undefined) note('unsubscribe', '', 'unsubscribe-without-mail');
  else {
    await ask('unsubscribe', UNSUBSCRIBE_EMAIL, async () =>
      (await names.mailServers(domainOf(UNSUBSCRIBE_EMAIL))).length === 0
        ? 'unsubscribe-mail-undeliverable'
        : 'unsubscribe-good',
    );
  }
  const isNamed = senderBlocks.every((lines) => lines.length > 0);
  note('identity', senderBlocks[0]?.[0] ?? '', isNamed ? 'identity-complete' : 'identity-missing');
  return found;
}

/** Whether a server's addresses have a name, and that name the address. */
async function judgeReverse(names: Names, host: string): Promise<FindingCode> {
  const addresses = isIP(host) !== 0 ? [host] : await names.addresses(host);
  for (const address of addresses) {
    const known = await names.reverse(address);
    if (known.length === 0) return 'reverse-name-missing';
    const back = await Promise.all(known.map((name) => names.addresses(name)));
    if (!back.flat().includes(address)) return 'reverse-name-astray';
  }
  return addresses.length === 0 ? 'reverse-name-missing' : 'reverse-name-leads-back';
}
