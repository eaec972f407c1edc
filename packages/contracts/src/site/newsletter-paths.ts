import type { Locale } from '../content/primitives.ts';

/** The newsletter's addresses, built in one place; those that carry a token are mailed to its reader. */

const NEWSLETTER = { 'fr-CA': '/infolettre/', 'en-CA': '/en/newsletter/' } as const satisfies Record<
  Locale,
  string
>;
const SENT = { 'fr-CA': 'merci/', 'en-CA': 'thanks/' } as const satisfies Record<Locale, string>;
const CONFIRM = { 'fr-CA': 'confirmer/', 'en-CA': 'confirm/' } as const satisfies Record<Locale, string>;
const MANAGE = { 'fr-CA': 'preferences/', 'en-CA': 'preferences/' } as const satisfies Record<Locale, string>;
const ARCHIVE = { 'fr-CA': 'archives/', 'en-CA': 'archive/' } as const satisfies Record<Locale, string>;
const UNSUBSCRIBE = { 'fr-CA': 'desabonnement/', 'en-CA': 'unsubscribe/' } as const satisfies Record<
  Locale,
  string
>;

/** Where one subscribes. */
export function newsletterPath(locale: Locale): string {
  return NEWSLETTER[locale];
}

/** The issues that were sent. */
export function newsletterArchivePath(locale: Locale): string {
  return `${NEWSLETTER[locale]}${ARCHIVE[locale]}`;
}

/** One of them. */
export function issuePath(locale: Locale, slug: string): string {
  return `${newsletterArchivePath(locale)}${slug}/`;
}

/** Says to look for the mail; the same whoever asked. */
export function newsletterSentPath(locale: Locale): string {
  return `${NEWSLETTER[locale]}${SENT[locale]}`;
}

/** Where the link of a confirmation leads. */
export function newsletterConfirmPath(locale: Locale, token: string): string {
  return `${NEWSLETTER[locale]}${CONFIRM[locale]}${token}/`;
}

/** A reader's preferences. */
export function newsletterManagePath(locale: Locale, token: string): string {
  return `${NEWSLETTER[locale]}${MANAGE[locale]}${token}/`;
}

/** Ends a subscription: a page for people, and one POST for mail programs (RFC 8058). */
export function newsletterUnsubscribePath(locale: Locale, token: string): string {
  return `${NEWSLETTER[locale]}${UNSUBSCRIBE[locale]}${token}/`;
}

const UNSUBSCRIBE_PATH = new RegExp(
  `^(?:${Object.entries(NEWSLETTER)
    .map(([locale, path]) => path + (locale === 'fr-CA' ? UNSUBSCRIBE['fr-CA'] : UNSUBSCRIBE['en-CA']))
    .join('|')})[\\w-]{43}/$`,
);

/** Whether a path is one that `newsletterUnsubscribePath` gives. */
export function isUnsubscribePath(path: string): boolean {
  return UNSUBSCRIBE_PATH.test(path);
}
