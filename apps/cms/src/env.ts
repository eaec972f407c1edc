import { createPrivateKey } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { type MailboxAddress, mailboxAddressOf } from './bounces/domain/mailbox-address.ts';
import type { DkimKey } from './platform/mailer/adapters/smtp-pool.ts';
import type { Mailbox } from './platform/mailer/domain/mailbox.ts';
import { parseSender } from './platform/mailer/domain/sender.ts';
import { type ScannerAddress, scannerAddressOf } from './platform/scanner/domain/scanner-address.ts';

/** Secrets are generated, never typed: 32 characters or more, and none of the placeholders examples carry. */
const secretSchema = z
  .string({ error: 'is missing' })
  .min(32, { error: 'has fewer than 32 characters' })
  .refine((value) => !/change-?me|tobemodified|example|secret-?here/i.test(value), {
    error: 'is still the placeholder of an example file',
  });

const portSchema = z.coerce.number().int().min(1).max(65_535);
const rateSchema = z.coerce.number().int().min(1).max(10_000);
const webAddressSchema = z.url({ protocol: /^https?$/, error: 'is not an http or https address' });

function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}

/** An absent variable and an empty one mean the same. */
const absentWhenEmpty = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absentWhenEmpty, schema.optional());

const MASTER_KEY_FORM = /^[0-9a-f]{64}$/;

/** Everything the CMS reads from its environment. */
const environmentSchema = z.object({
  CMS_HOST: optional(z.string()).transform((host) => host ?? '127.0.0.1'),
  CMS_PORT: optional(portSchema).transform((port) => port ?? 1337),
  /** Public address of the admin, without a trailing slash. */
  CMS_URL: webAddressSchema.transform((address) => address.replace(/\/+$/, '')),
  /** Public address of the site, without a trailing slash. */
  SITE_URL: webAddressSchema.transform((address) => address.replace(/\/+$/, '')),
  PUBLISHER_URL: webAddressSchema.transform((address) => address.replace(/\/+$/, '')),
  DATA_DIR: z.string({ error: 'is missing' }).refine(isAbsolute, { error: 'is not an absolute path' }),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' })),
  APP_KEYS: z
    .string({ error: 'is missing' })
    .transform((keys) => keys.split(',').map((key) => key.trim()))
    .pipe(z.array(z.string().min(16, { error: 'has a key of fewer than 16 characters' })).min(2)),
  API_TOKEN_SALT: secretSchema,
  ADMIN_JWT_SECRET: secretSchema,
  TRANSFER_TOKEN_SALT: secretSchema,
  ENCRYPTION_KEY: secretSchema,
  SITE_TOKEN: secretSchema,
  REPORT_TOKEN: secretSchema,
  NOTICE_TOKEN: secretSchema,
  SUBMIT_TOKEN: secretSchema,
  /** X25519 private key, 32 bytes in base64url: opens what the web server has sealed. */
  SUBMISSIONS_PRIVATE_KEY: z
    .string({ error: 'is missing' })
    .regex(/^[\w-]{43}$/, { error: 'is not 32 bytes in base64url' }),
  /** 32 bytes in hexadecimal; wraps the keys that encrypt what is personal or secret in the database. */
  MASTER_KEY: z
    .string({ error: 'is missing' })
    .regex(MASTER_KEY_FORM, { error: 'is not 32 bytes in hexadecimal' }),
  /** Master keys of before, the newest first, likewise. The last one is what keyed hashes are made with: it stays. */
  MASTER_KEYS_OLD: optional(
    z
      .string()
      .transform((keys) => keys.split(',').map((key) => key.trim()))
      .pipe(
        z.array(
          z.string().regex(MASTER_KEY_FORM, { error: 'has a key that is not 32 bytes in hexadecimal' }),
        ),
      ),
  ).transform((keys) => keys ?? []),
  /** The mail server. Absent: mail is written to files. */
  SMTP_URL: optional(
    z
      .url({ protocol: /^smtps?$/, error: 'is not an smtp:// or smtps:// address' })
      .regex(/^[a-z]+:\/\/[^/?#]+\/?$/, { error: 'has more than a user, a password, a host and a port' })
      .refine((address) => !/%(?![0-9a-f]{2})/i.test(address), {
        error: 'has a % that is not followed by two hexadecimal digits',
      }),
  ),
  /** Whom mail comes from. */
  MAIL_FROM: optional(
    z.string().transform((text, context) => {
      const sender = parseSender(text);
      if (sender !== null) return sender;
      context.addIssue({ code: 'custom', message: 'is not of the form: Name <address@domain>' });
      return z.NEVER;
    }),
  ),
  /** Where a mail ends a subscription, beside the link (RFC 2369); somebody or something must read it. */
  UNSUBSCRIBE_EMAIL: optional(z.email({ error: 'is not an e-mail address' })),
  /** What reports about issues come back to, instead of MAIL_FROM; `+*` before the @ has it carry each mail's token. */
  BOUNCE_EMAIL: optional(
    z.string().regex(/^[\w.-]{1,20}(?:\+\*)?@[\w.-]+\.[\w-]+$/, {
      error:
        'is neither name@domain nor name+*@domain, with a name of at most 20 letters, digits, dots or hyphens',
    }),
  ),
  /** Where a mail server drops reports, in the form of a Maildir. */
  BOUNCE_FOLDER: optional(z.string().refine(isAbsolute, { error: 'is not an absolute path' })),
  /** Where reports are fetched. */
  BOUNCE_IMAP_URL: optional(
    z.string().transform((text, context): MailboxAddress => {
      const address = mailboxAddressOf(text);
      if (address !== null) return address;
      context.addIssue({ code: 'custom', message: 'is not imaps://user:password@host/folder' });
      return z.NEVER;
    }),
  ),
  /** After how many mails that come to nothing, in how many days, an address isn't written to any more. */
  BOUNCE_SOFT_LIMIT: optional(z.coerce.number().int().min(1).max(100)).transform((count) => count ?? 5),
  BOUNCE_SOFT_DAYS: optional(z.coerce.number().int().min(1).max(365)).transform((days) => days ?? 30),
  /** What Mailgun signs its messages with; absent: none are taken. */
  MAILGUN_WEBHOOK_KEY: optional(z.string().min(16, { error: 'has fewer than 16 characters' })),
  /** Mails of the newsletter in a second: in all, and to one domain. Of this process. */
  NEWSLETTER_RATE: optional(rateSchema).transform((rate) => rate ?? 20),
  NEWSLETTER_DOMAIN_RATE: optional(rateSchema).transform((rate) => rate ?? 5),
  /** Connections to the mail server that the newsletter takes. */
  NEWSLETTER_CONNECTIONS: optional(z.coerce.number().int().min(1).max(50)).transform((count) => count ?? 4),
  /** How long new articles gather before the readers who want to hear of each are told. */
  NEWSLETTER_GATHER_SECONDS: optional(z.coerce.number().int().min(2).max(3600)).transform(
    (seconds) => seconds ?? 300,
  ),
  /** Whether a person approves each digest before it goes. */
  NEWSLETTER_APPROVAL: optional(z.enum(['yes', 'no'], { error: 'is neither yes nor no' })).transform(
    (answer) => answer === 'yes',
  ),
  /** What issues are signed with (RFC 6376), all three or none. */
  DKIM_DOMAIN: optional(z.hostname({ error: 'is not a domain' })),
  DKIM_SELECTOR: optional(z.string().regex(/^[a-z0-9.-]{1,63}$/i, { error: 'is not a selector' })),
  /** PEM; a line break may be written as \\n. */
  DKIM_PRIVATE_KEY: optional(
    z
      .string()
      .transform((key) => key.replaceAll('\\n', '\n').trim())
      .refine(isPrivateKey, { error: 'is not a private key in PEM' }),
  ),
  /** Whom alarms are sent to; the first administrator unless given. */
  ALERT_EMAIL: optional(z.email({ error: 'is not an e-mail address' })),
  /** Whom new and late inquiries are told to; the organization's own address unless given. */
  INQUIRY_NOTICE_EMAIL: optional(z.email({ error: 'is not an e-mail address' })),
  /** ClamAV's daemon. Absent: files of visitors stay held, and nobody can read them. */
  CLAMD_URL: optional(
    z.string().transform((text, context): ScannerAddress => {
      const address = scannerAddressOf(text);
      if (address !== null) return address;
      context.addIssue({ code: 'custom', message: 'is neither unix:///path nor tcp://host:port' });
      return z.NEVER;
    }),
  ),
  /** Another system that is told of inquiries, without anything of a person; and what it knows us by. */
  WEBHOOK_URL: optional(webAddressSchema),
  WEBHOOK_SECRET: optional(
    z.string().regex(/^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, {
      error: 'is not whsec_ with 24 to 64 bytes in base64',
    }),
  ),
  /** `true` where that system is on this machine or in a private network. */
  WEBHOOK_ALLOW_PRIVATE: optional(z.enum(['true', 'false'])).transform((word) => word === 'true'),
  ADMIN_EMAIL: optional(z.email({ error: 'is not an e-mail address' })),
  ADMIN_PASSWORD: optional(
    z
      .string()
      .min(8, { error: 'has fewer than 8 characters' })
      .refine((password) => /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password), {
        error: 'needs a lower-case letter, a capital and a digit',
      }),
  ),
  LOG_LEVEL: optional(z.enum(['error', 'warn', 'info', 'http', 'debug'])).transform(
    (level) => level ?? 'info',
  ),
});

/** The environment as the CMS uses it, with the folders that follow from it. */
export type Environment = Omit<z.infer<typeof environmentSchema>, 'MAIL_FROM'> & {
  MAIL_FROM: Mailbox;
  /** Absent: issues are not signed here. */
  dkim: DkimKey | undefined;
  /** What the CMS keeps on disk; absolute. */
  dataFolder: string;
  /** Served by Strapi; uploads are in its `uploads`. Absolute. */
  publicFolder: string;
  sqliteFile: string;
  /** Where mail goes without a mail server. Absolute. */
  mailFolder: string;
  /** Files of visitors, encrypted; nothing serves them. Absolute. */
  filesFolder: string;
};

/** Whom mail of the local mailbox comes from, unless it is said. A mail server wants an address of one's own. */
const LOCAL_SENDER: Mailbox = { name: 'Passerelle', address: 'ne-pas-repondre@passerelle.example' };

/** Says everything that is wrong with the environment; it names variables and never shows a value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      [
        'La configuration est incomplète ou erronée / The configuration is incomplete or wrong:',
        ...problems.map((problem) => `  - ${problem}`),
        'Corrigez le fichier .env à la racine, ou lancez `npm run setup` / Mend the .env file at the root, or run `npm run setup`.',
      ].join('\n'),
    );
    this.problems = problems;
  }
}

/**
 * Reads the environment.
 *
 * @throws {EnvironmentError} listing every variable that is missing or wrong.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(source);
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${wording(issue)}`),
    );
  }
  const { SITE_TOKEN, REPORT_TOKEN, NOTICE_TOKEN, SUBMIT_TOKEN } = parsed.data;
  if (new Set([SITE_TOKEN, REPORT_TOKEN, NOTICE_TOKEN, SUBMIT_TOKEN]).size < 4) {
    throw new EnvironmentError([
      'SITE_TOKEN, REPORT_TOKEN, NOTICE_TOKEN and SUBMIT_TOKEN must differ from one another',
    ]);
  }
  const { SMTP_URL, MAIL_FROM } = parsed.data;
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) {
    throw new EnvironmentError(['MAIL_FROM is missing, though SMTP_URL names a mail server']);
  }
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = parsed.data;
  const signs = [DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY].filter((part) => part !== undefined);
  if (signs.length !== 0 && signs.length !== 3) {
    throw new EnvironmentError(['DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY go together: all or none']);
  }
  const dkim =
    DKIM_DOMAIN && DKIM_SELECTOR && DKIM_PRIVATE_KEY
      ? { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY }
      : undefined;
  if ((parsed.data.WEBHOOK_URL === undefined) !== (parsed.data.WEBHOOK_SECRET === undefined)) {
    throw new EnvironmentError(['WEBHOOK_URL and WEBHOOK_SECRET are needed together']);
  }
  const dataFolder = join(parsed.data.DATA_DIR, 'cms');
  return {
    ...parsed.data,
    MAIL_FROM: MAIL_FROM ?? LOCAL_SENDER,
    dkim,
    dataFolder,
    publicFolder: join(dataFolder, 'public'),
    sqliteFile: join(dataFolder, 'passerelle.sqlite'),
    mailFolder: join(dataFolder, 'mail'),
    filesFolder: join(dataFolder, 'files'),
  };
}

/** Zod's own sentences for a value of the wrong type would not name what a person has to do. */
function wording(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('Invalid input') ? 'is missing or of the wrong kind' : issue.message;
}

let environment: Environment | undefined;

/** The process's environment, read once. */
export function env(): Environment {
  environment ??= readEnvironment(process.env);
  return environment;
}
