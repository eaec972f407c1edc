import type { DoctorTexts } from './fr.ts';

export const en = {
  states: { ok: 'ok', warn: 'warn', fail: 'fail' },
  checks: {
    sender: 'sender',
    server: 'server',
    'reverse-name': 'reverse name (PTR)',
    'return-path': 'return path',
    reports: 'reports',
    spf: 'SPF',
    dkim: 'DKIM',
    dmarc: 'DMARC',
    unsubscribe: 'unsubscribing',
    identity: 'identity',
  },
  findings: {
    'sender-set': { found: (about) => about, advice: null },
    'no-server': {
      found: () => 'no mail server: mails go to files',
      advice: 'Give SMTP_URL and MAIL_FROM in .env to send.',
    },
    'server-ready': { found: (about) => `${about} answers, the connection is encrypted`, advice: null },
    'server-in-clear': {
      found: (about) => `${about} answers, without encryption`,
      advice: 'That is for a server of your own network alone. Otherwise ask for STARTTLS, or use smtps://.',
    },
    'server-unreachable': {
      found: (about) => `${about} doesn’t answer as it should`,
      advice:
        'Check host and port of SMTP_URL, the firewall, and that the server offers STARTTLS where a password is given.',
    },
    'server-refuses-password': {
      found: (about) => `${about} refuses the name or the password`,
      advice: 'Mend the name and the password of SMTP_URL.',
    },
    'reverse-name-leads-back': {
      found: (about) => `the addresses of ${about} have their name`,
      advice: null,
    },
    'reverse-name-missing': {
      found: (about) => `an address of ${about} has no name`,
      advice: 'Ask who hosts it for a PTR record of that address.',
    },
    'reverse-name-astray': {
      found: (about) => `the name of an address of ${about} doesn’t lead back to it`,
      advice: 'Have the name that PTR gives point to the same address (A or AAAA).',
    },
    'return-path-aligned': { found: (about) => `${about} is of the sender’s domain`, advice: null },
    'return-path-elsewhere': {
      found: (about) => `${about} isn’t of the sender’s domain`,
      advice: 'SPF then doesn’t count for DMARC: take a BOUNCE_EMAIL of the same domain.',
    },
    'return-path-without-mx': {
      found: (about) => `${about} takes no mail (no MX)`,
      advice: 'Reports get lost: publish an MX, or give BOUNCE_EMAIL another address.',
    },
    'reports-read': { found: () => 'reports are read', advice: null },
    'reports-unread': {
      found: () => 'nobody reads reports',
      advice: 'Give BOUNCE_IMAP_URL, BOUNCE_FOLDER or MAILGUN_WEBHOOK_KEY.',
    },
    'spf-good': { found: (about) => `${about} says who sends`, advice: null },
    'spf-missing': {
      found: (about) => `${about} has no SPF record`,
      advice: 'Publish a TXT “v=spf1 … -all” that names your server.',
    },
    'spf-several': {
      found: (about) => `${about} has several SPF records`,
      advice: 'Make one of them: several count as none.',
    },
    'spf-allows-all': {
      found: (about) => `${about} allows everybody to send`,
      advice: 'Replace “+all” by “-all”.',
    },
    'spf-open-end': {
      found: (about) => `${about} says nothing of other servers`,
      advice: 'End the record with “-all”.',
    },
    'spf-too-many-lookups': {
      found: (about) => `${about} asks for more than ten look-ups`,
      advice: 'Take out some “include”: beyond ten the record counts for nothing.',
    },
    'dkim-good': { found: (about) => `${about} has the public key`, advice: null },
    'dkim-not-here': {
      found: () => 'mails aren’t signed here',
      advice: 'Check that the mail server signs, or give the three variables DKIM_….',
    },
    'dkim-record-missing': {
      found: (about) => `${about} has no key`,
      advice: 'Publish a TXT “v=DKIM1; k=rsa; p=…” with the public key there.',
    },
    'dkim-record-revoked': {
      found: (about) => `the key at ${about} is revoked`,
      advice: 'Publish the public key, or change DKIM_SELECTOR.',
    },
    'dkim-other-key': {
      found: (about) => `${about} has another key than the one that signs`,
      advice: 'Publish the public key of DKIM_PRIVATE_KEY: otherwise each signature is wrong.',
    },
    'dkim-testing': {
      found: (about) => `the key at ${about} is being tested (t=y)`,
      advice: 'Take out “t=y” once it is tested.',
    },
    'dkim-short-key': {
      found: (about) => `the key at ${about} has fewer than 2048 bits`,
      advice: 'Make an RSA key of 2048 bits.',
    },
    'dkim-elsewhere': {
      found: (about) => `the signature is of ${about}, not of the sender’s domain`,
      advice: 'Give DKIM_DOMAIN the domain of MAIL_FROM: otherwise it doesn’t count for DMARC.',
    },
    'dmarc-enforced': { found: (about) => `${about} protects the domain`, advice: null },
    'dmarc-watching': {
      found: (about) => `${about} only watches (p=none)`,
      advice: 'After two weeks of reports without a surprise go to “p=quarantine”, then to “p=reject”.',
    },
    'dmarc-missing': {
      found: (about) => `${about} isn’t there`,
      advice: 'Publish a TXT “v=DMARC1; p=none; rua=mailto:…”: large providers ask for it.',
    },
    'dmarc-several': {
      found: (about) => `${about} has several records`,
      advice: 'Keep one of them: several count as none.',
    },
    'dmarc-without-reports': {
      found: (about) => `${about} asks for no reports`,
      advice: 'Add “rua=mailto:…” to see what is refused.',
    },
    'dmarc-strict-mismatch': {
      found: (about) => `${about} asks for the same domain, and neither SPF nor DKIM has it`,
      advice: 'Take out “adkim=s” or “aspf=s”, or use the domain of MAIL_FROM everywhere.',
    },
    'unsubscribe-good': { found: (about) => `a link, and the address ${about}`, advice: null },
    'unsubscribe-not-https': {
      found: (about) => `${about} isn’t https`,
      advice: 'Unsubscribing by one click (RFC 8058) needs https: mend SITE_URL.',
    },
    'unsubscribe-without-mail': {
      found: () => 'a link alone, without an address',
      advice: 'Some programs offer the address alone: give UNSUBSCRIBE_EMAIL, if somebody reads it.',
    },
    'unsubscribe-mail-undeliverable': {
      found: (about) => `${about} takes no mail (no MX)`,
      advice: 'Publish an MX, or change UNSUBSCRIBE_EMAIL.',
    },
    'identity-complete': { found: (about) => `${about}, with its postal address`, advice: null },
    'identity-missing': {
      found: () => 'the organization isn’t written',
      advice:
        'Canada’s anti-spam law asks for a name and a postal address: fill in “Organization” in the admin.',
    },
    'names-unreachable': {
      found: (about) => `${about}: the DNS doesn’t answer`,
      advice: 'Try again later, or give a file with --records.',
    },
  },
  sum: (ok, warn, fail) => `${ok} ok, ${warn} warnings, ${fail} failures`,
  sent: 'The test mail is with the server. Look whether it arrives, and not among the unwanted.',
  notSent: (reason) => `The test mail wasn’t taken: ${reason}`,
  noServer: 'Without SMTP_URL there is no server to give a test mail to.',
  badRecords: (file) => `The file ${file} can’t be read, or isn’t of the form that is expected.`,
  test: {
    subject: 'Test mail',
    text: 'This test mail was asked for by the command “passerelle mail doctor”. There is nothing to do.',
  },
} satisfies DoctorTexts;
