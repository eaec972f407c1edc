import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { startSink } from '../../../tests/support/smtp-sink.ts';
import { examineMail, type MailSettings } from './examine.ts';
import { FINDINGS, stateOf } from './findings.ts';
import { type Names, NamesUnreachable } from './names.ts';
import { doctorTexts, readableFindings } from './report.ts';
import { probeServer, type ServerAnswer } from './server-probe.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const rsaOf = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey.export(pem);
const RSA = `${rsaOf(2048)}`;
const SHORT = `${rsaOf(1024)}`;
const ED25519 = `${generateKeyPairSync('ed25519').privateKey.export(pem)}`;
const publicOf = (key: string) =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
const dkimOf = (privateKey: string, domain = 'passerelle.example') => ({
  domain,
  selector: 'p1',
  privateKey,
});

interface Zone {
  txt: Record<string, string[]>;
  mx: Record<string, string[]>;
  a: Record<string, string[]>;
  ptr: Record<string, string[]>;
}
const DKIM_NAME = 'p1._domainkey.passerelle.example';
const ZONE: Zone = {
  txt: {
    'passerelle.example': ['google-site-verification=x', 'v=spf1 include:_spf.relais.example -all'],
    '_spf.relais.example': ['v=spf1 ip4:192.0.2.1 -all'],
    [DKIM_NAME]: [`v=DKIM1; k=rsa; p=${publicOf(RSA)}`],
    '_dmarc.passerelle.example': ['v=DMARC1; p=reject; rua=mailto:dmarc@passerelle.example'],
  },
  mx: { 'passerelle.example': ['mx.passerelle.example'] },
  a: { 'smtp.relais.example': ['192.0.2.1'], 'sortie.relais.example': ['192.0.2.1'] },
  ptr: { '192.0.2.1': ['sortie.relais.example'] },
};
const SETTINGS: MailSettings = {
  SMTP_URL: 'smtp://u:p@smtp.relais.example',
  MAIL_FROM: { name: 'Passerelle', address: 'infolettre@passerelle.example' },
  BOUNCE_EMAIL: 'retours+*@passerelle.example',
  BOUNCE_FOLDER: '/var/retours',
  BOUNCE_IMAP_URL: undefined,
  MAILGUN_WEBHOOK_KEY: undefined,
  UNSUBSCRIBE_EMAIL: 'fin@passerelle.example',
  SITE_URL: 'https://passerelle.example',
  dkim: dkimOf(RSA),
};

interface Change {
  txt?: Zone['txt'];
  mx?: Zone['mx'];
  a?: Zone['a'];
  ptr?: Zone['ptr'];
  settings?: Partial<MailSettings>;
  answer?: ServerAnswer;
  blocks?: string[][];
}

function examine({ settings, answer = 'ready', blocks, ...zone }: Change = {}) {
  const of = (kind: keyof Zone) => async (name: string) => ({ ...ZONE[kind], ...zone[kind] })[name] ?? [];
  const names: Names = { texts: of('txt'), mailServers: of('mx'), addresses: of('a'), reverse: of('ptr') };
  return examineMail(
    { ...SETTINGS, ...settings },
    {
      names,
      probe: async () => answer,
      senderBlocks: blocks ?? [['Cabinet inc.', '1, rue Un'], ['Cabinet inc.']],
    },
  );
}

it('finds nothing to mend where all is well', async () => {
  const findings = await examine();
  expect(findings.filter((one) => stateOf(one) !== 'ok')).toEqual([]);
  expect(findings).toHaveLength(10);
});

const spf = (record: string, more: Zone['txt'] = {}): Change => ({
  txt: { 'passerelle.example': [record], ...more },
});
const dkim = (...records: string[]): Change => ({ txt: { [DKIM_NAME]: records } });
const dmarc = (...records: string[]): Change => ({ txt: { '_dmarc.passerelle.example': records } });

it.each<[code: keyof typeof FINDINGS, change: Change]>([
  ['no-server', { settings: { SMTP_URL: undefined } }],
  ['server-in-clear', { answer: 'in-clear' }],
  ['server-unreachable', { answer: 'unreachable' }],
  ['server-refuses-password', { answer: 'refuses-password' }],
  ['reverse-name-missing', { ptr: { '192.0.2.1': [] } }],
  ['reverse-name-missing', { a: { 'smtp.relais.example': [] } }],
  ['reverse-name-astray', { a: { 'sortie.relais.example': ['192.0.2.9'] } }],
  [
    'return-path-elsewhere',
    {
      settings: { BOUNCE_EMAIL: 'x@ailleurs.example' },
      mx: { 'ailleurs.example': ['mx'] },
      txt: { 'ailleurs.example': ['v=spf1 mx -all'] },
    },
  ],
  [
    'return-path-without-mx',
    {
      mx: { 'passerelle.example': [], 'autre.example': ['mx'] },
      settings: { UNSUBSCRIBE_EMAIL: 'fin@autre.example' },
    },
  ],
  ['reports-unread', { settings: { BOUNCE_FOLDER: undefined } }],
  ['spf-missing', spf('v=spf10 -all')],
  ['spf-several', { txt: { 'passerelle.example': ['v=spf1 -all', 'v=spf1 mx -all'] } }],
  ['spf-allows-all', spf('v=spf1 mx +all')],
  ['spf-allows-all', spf('v=spf1 mx all')],
  ['spf-open-end', spf('v=spf1 mx ?all')],
  ['spf-open-end', spf('v=spf1 mx')],
  ['spf-too-many-lookups', spf(`v=spf1 ${'a:x.example '.repeat(11)}-all`)],
  [
    'spf-too-many-lookups',
    spf('v=spf1 include:b.example mx -all', {
      'b.example': [`v=spf1 ${'exists:y.example '.repeat(9)}-all`],
    }),
  ],
  ['dkim-not-here', { settings: { dkim: undefined } }],
  ['dkim-record-missing', dkim()],
  ['dkim-record-revoked', dkim('v=DKIM1; p=')],
  ['dkim-other-key', dkim(`v=DKIM1; p=${publicOf(SHORT)}`)],
  ['dkim-testing', dkim(`v=DKIM1; t=y; p=${publicOf(RSA)}`)],
  ['dkim-short-key', { ...dkim(`v=DKIM1; p=${publicOf(SHORT)}`), settings: { dkim: dkimOf(SHORT) } }],
  ['dkim-elsewhere', { settings: { dkim: dkimOf(RSA, 'ailleurs.example') } }],
  ['dmarc-missing', dmarc()],
  ['dmarc-several', dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject')],
  ['dmarc-watching', dmarc('v=DMARC1; p=none; rua=mailto:x@y.example')],
  ['dmarc-without-reports', dmarc('v=DMARC1; p=quarantine')],
  ['unsubscribe-not-https', { settings: { SITE_URL: 'http://passerelle.example' } }],
  ['unsubscribe-without-mail', { settings: { UNSUBSCRIBE_EMAIL: undefined } }],
  ['unsubscribe-mail-undeliverable', { settings: { UNSUBSCRIBE_EMAIL: 'fin@ailleurs.example' } }],
  ['identity-missing', { blocks: [[], []] }],
])('finds %s and nothing else that is wrong', async (code, change) => {
  const wrong = (await examine(change)).filter((one) => stateOf(one) !== 'ok');
  expect(wrong.map((one) => one.code)).toEqual([code]);
});

it('takes subdomains for the same sender unless the domain says otherwise', async () => {
  const settings = {
    BOUNCE_EMAIL: 'x@retours.passerelle.example',
    dkim: dkimOf(RSA, 'envoi.passerelle.example'),
  };
  const change: Change = {
    settings,
    mx: { 'retours.passerelle.example': ['mx'] },
    txt: {
      'retours.passerelle.example': ['v=spf1 redirect=passerelle.example'],
      'p1._domainkey.envoi.passerelle.example': [`p=${publicOf(RSA)}`],
    },
  };
  expect((await examine(change)).filter((one) => stateOf(one) !== 'ok')).toEqual([]);
  const strict = 'v=DMARC1; p=reject; adkim=s; aspf=s; rua=mailto:x@y.example';
  const mismatched = { ...change, txt: { ...change.txt, '_dmarc.passerelle.example': [strict] } };
  expect((await examine(mismatched)).map(({ code }) => code)).toContain('dmarc-strict-mismatch');
});

it('knows an Ed25519 key as its record has it', async () => {
  const raw = createPublicKey(ED25519)
    .export({ type: 'spki', format: 'der' })
    .subarray(-32)
    .toString('base64');
  const findings = await examine({
    ...dkim(`v=DKIM1; k=ed25519; p=${raw}`),
    settings: { dkim: dkimOf(ED25519) },
  });
  expect(findings.map(({ code }) => code)).toContain('dkim-good');
});

it('says so where the DNS does not answer', async () => {
  const away = async () => {
    throw new NamesUnreachable('ETIMEOUT');
  };
  const names: Names = { texts: away, mailServers: away, addresses: away, reverse: away };
  const findings = await examineMail(SETTINGS, { names, probe: async () => 'ready', senderBlocks: [['x']] });
  expect(findings.filter(({ code }) => code === 'names-unreachable')).toHaveLength(6);
});

it('says each finding in both languages, with what to do about what is not well', async () => {
  const findings = [...(await examine()), ...(await examine(dkim()))];
  expect(readableFindings(findings, 'fr')).toContain('→ Publiez-y un TXT');
  expect(readableFindings(findings, 'en')).toMatch(/19 ok, 0 warnings, 1 failures$/);
  for (const [code, state] of Object.entries(FINDINGS)) {
    for (const language of ['fr', 'en'] as const) {
      const { advice } = doctorTexts(language).findings[code as keyof typeof FINDINGS];
      expect(advice === null, code).toBe(state === 'ok');
    }
  }
});

it('asks a real server', async () => {
  const sink = await startSink();
  expect(await probeServer(sink.url)).toBe('ready');
  // Its certificate is nobody's: a password isn't said to it.
  expect(await probeServer(sink.url.replace('//', '//u:p@'))).toBe('unreachable');
  await sink.close();
  expect(await probeServer(sink.url)).toBe('unreachable');
  const plain = await startSink({}, { hideSTARTTLS: true });
  expect(await probeServer(plain.url)).toBe('in-clear');
  await plain.close();
});
