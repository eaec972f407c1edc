import { createPrivateKey, createPublicKey } from 'node:crypto';
import { isAbsolute, join } from 'node:path';

/**
 * Where randomness comes from.
 * @typedef {object} Randomness
 * @property {(size: number) => Buffer} bytes
 * @property {(max: number) => number} below a whole number from 0 up to, not including, `max`
 */

/**
 * What `.env` is given when it lacks it. `about` heads the first variable of a group; an `optional` one may be
 * left empty on purpose. `value` tells what another one, listed before, is.
 * @type {readonly { name: string, about: string | null, make: (random: Randomness, value: (name: string) => string) => string, optional?: boolean }[]}
 */
export const WRITTEN_VARIABLES = [
  { name: 'CMS_HOST', about: 'Where the CMS listens.', make: () => '127.0.0.1' },
  { name: 'CMS_PORT', about: null, make: () => '1337' },
  { name: 'WEB_HOST', about: 'Where the site listens.', make: () => '127.0.0.1' },
  { name: 'WEB_PORT', about: null, make: () => '4321' },
  { name: 'PUBLISHER_PORT', about: 'Where the publisher takes notices, on 127.0.0.1.', make: () => '4322' },
  {
    name: 'APP_KEYS',
    about: 'Secrets of the CMS. ENCRYPTION_KEY guards stored tokens: losing it means making them anew.',
    make: (random) => Array.from({ length: 4 }, () => hex(random, 24)).join(','),
  },
  { name: 'API_TOKEN_SALT', about: null, make: (random) => hex(random, 24) },
  { name: 'ADMIN_JWT_SECRET', about: null, make: (random) => hex(random, 32) },
  { name: 'TRANSFER_TOKEN_SALT', about: null, make: (random) => hex(random, 24) },
  { name: 'ENCRYPTION_KEY', about: null, make: (random) => hex(random, 32) },
  {
    name: 'SITE_TOKEN',
    about: 'What the processes show each other: site to CMS, publisher to CMS, CMS to publisher.',
    make: (random) => hex(random, 32),
  },
  { name: 'REPORT_TOKEN', about: null, make: (random) => hex(random, 32) },
  { name: 'NOTICE_TOKEN', about: null, make: (random) => hex(random, 32) },
  { name: 'SUBMIT_TOKEN', about: null, make: (random) => hex(random, 32) },
  {
    name: 'FORM_SECRET',
    about: 'Signs what the web server puts into forms.',
    make: (random) => hex(random, 32),
  },
  {
    name: 'MASTER_KEY',
    about:
      'Encrypts what is personal or secret in the database. Losing it loses that: keep it with the backups, apart.',
    make: (random) => hex(random, 32),
  },
  {
    name: 'SUBMISSIONS_PRIVATE_KEY',
    about: 'While the CMS is away, the web server seals submissions to its public key; the CMS opens them.',
    make: (random) => random.bytes(32).toString('base64url'),
  },
  {
    name: 'SUBMISSIONS_PUBLIC_KEY',
    about: null,
    make: (_, value) => publicKeyOf(value('SUBMISSIONS_PRIVATE_KEY')),
  },
  {
    name: 'ADMIN_EMAIL',
    about: 'The first sign-in to the admin. Used once, when nobody can sign in yet.',
    make: () => 'redaction@passerelle.example',
    optional: true,
  },
  { name: 'ADMIN_PASSWORD', about: null, make: readablePassword, optional: true },
];

/**
 * Makes values for some of them, in their order.
 * @param {typeof WRITTEN_VARIABLES} wanted
 * @param {Randomness} random
 * @param {(name: string) => string} known what others are already; empty when they aren't
 * @returns {Map<string, string>}
 */
export function makeVariables(wanted, random, known = () => '') {
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const { name, make } of wanted)
    made.set(
      name,
      make(random, (other) => made.get(other) ?? known(other)),
    );
  return made;
}

/** Names of everything the processes read from their environment. */
const VARIABLE_NAMES = [
  ...WRITTEN_VARIABLES.map(({ name }) => name),
  'CMS_URL',
  'CMS_INTERNAL_URL',
  'SITE_URL',
  'WEB_WORKERS',
  'ALLOWED_HOSTS',
  'PUBLISHER_HOST',
  'PUBLISHER_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'TRUSTED_PROXIES',
  'SPOOL_MAX_MB',
  'MASTER_KEYS_OLD',
  'SMTP_URL',
  'MAIL_FROM',
  'ALERT_EMAIL',
  'INQUIRY_NOTICE_EMAIL',
  'UNSUBSCRIBE_EMAIL',
  'BOUNCE_EMAIL',
  'BOUNCE_FOLDER',
  'BOUNCE_IMAP_URL',
  'BOUNCE_SOFT_LIMIT',
  'BOUNCE_SOFT_DAYS',
  'MAILGUN_WEBHOOK_KEY',
  'NEWSLETTER_RATE',
  'NEWSLETTER_DOMAIN_RATE',
  'NEWSLETTER_CONNECTIONS',
  'NEWSLETTER_GATHER_SECONDS',
  'NEWSLETTER_APPROVAL',
  'DKIM_DOMAIN',
  'DKIM_SELECTOR',
  'DKIM_PRIVATE_KEY',
  'CLAMD_URL',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  'WEBHOOK_ALLOW_PRIVATE',
  'LOG_LEVEL',
  'STRAPI_TELEMETRY_DISABLED',
];

/**
 * An environment without anything that belongs to an installation: neither its secrets, its data nor its ports.
 * @param {Readonly<Record<string, string | undefined>>} real
 * @returns {Record<string, string | undefined>}
 */
export function withoutInstallation(real) {
  return Object.fromEntries(Object.entries(real).filter(([name]) => !VARIABLE_NAMES.includes(name)));
}

/**
 * Adds what follows from other variables: public addresses from ports, the data folder from the checkout. An
 * empty value counts as absent.
 * @param {Readonly<Record<string, string | undefined>>} given
 * @param {string} root
 * @returns {Record<string, string>}
 */
export function completeVariables(given, root) {
  /** @type {Record<string, string>} */
  const complete = {};
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && !(value === '' && VARIABLE_NAMES.includes(name))) complete[name] = value;
  complete.CMS_HOST ??= '127.0.0.1';
  complete.CMS_PORT ??= '1337';
  complete.WEB_HOST ??= '127.0.0.1';
  complete.WEB_PORT ??= '4321';
  complete.PUBLISHER_PORT ??= '4322';
  complete.CMS_URL ??= `http://localhost:${complete.CMS_PORT}`;
  complete.SITE_URL ??= `http://localhost:${complete.WEB_PORT}`;
  complete.PUBLISHER_URL ??= `http://127.0.0.1:${complete.PUBLISHER_PORT}`;
  complete.DATA_DIR ??= 'var';
  if (!isAbsolute(complete.DATA_DIR)) complete.DATA_DIR = join(root, complete.DATA_DIR);
  complete.STRAPI_TELEMETRY_DISABLED ??= 'true';
  return complete;
}

/** DER that stands before the 32 bytes of an X25519 private key in PKCS #8 (RFC 8410). */
const X25519_PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** @param {string} privateKey X25519, 32 bytes, base64url @returns {string} its public key, likewise */
export function publicKeyOf(privateKey) {
  const key = Buffer.concat([X25519_PKCS8, Buffer.from(privateKey, 'base64url')]);
  const { x = '' } = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' })).export({
    format: 'jwk',
  });
  return x;
}

/** @param {Randomness} random @param {number} size in bytes */
function hex(random, size) {
  return random.bytes(size).toString('hex');
}

/**
 * A password that can be read out and typed: four pronounceable words and two digits, about 57 bits.
 * @param {Randomness} random
 */
function readablePassword(random) {
  const consonants = 'bdfgjklmnprstvz';
  const vowels = 'aeiou';
  const syllable = () =>
    `${consonants[random.below(consonants.length)]}${vowels[random.below(vowels.length)]}`;
  const word = () => {
    const letters = syllable() + syllable();
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  return `${word()}-${word()}-${word()}-${word()}-${random.below(10)}${random.below(10)}`;
}
