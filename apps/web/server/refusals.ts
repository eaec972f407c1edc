import { aroundInEnglish, en } from './i18n/en.ts';
import { aroundInFrench, fr } from './i18n/fr.ts';
import type { Practice } from './practice.ts';
import { refusalSheet } from './refusal-sheet.ts';
import { isEnglish } from './route.ts';

/** Requests the server answers by itself, without a page of the release. */
export type Refusal =
  | 'malformed'
  | 'wrong-host'
  | 'method'
  | 'cross-origin'
  | 'wrong-type'
  | 'too-large'
  | 'failed'
  | 'not-ready'
  | 'not-found'
  | 'gone'
  | 'legal';

const STATUS: Record<Refusal, number> = {
  malformed: 400,
  'cross-origin': 403,
  'not-found': 404,
  method: 405,
  gone: 410,
  'too-large': 413,
  'wrong-type': 415,
  'wrong-host': 421,
  legal: 451,
  failed: 500,
  'not-ready': 503,
};

const FRENCH = {
  lang: 'fr-CA',
  texts: fr,
  around: aroundInFrench,
  paths: ['/', '/nouvelles/', '/recherche/'],
} as const;
const ENGLISH = {
  lang: 'en-CA',
  texts: en,
  around: aroundInEnglish,
  paths: ['/en/', '/en/news/', '/en/search/'],
} as const;
type Edition = typeof FRENCH | typeof ENGLISH;

/** The mark of the site, as src/ui/Mark.astro draws it. */
const MARK =
  '<svg viewBox="0 0 40 40" aria-hidden="true" focusable="false"><path d="M2 25Q20 17 38 25"/><path class="cable" d="M2 18Q6 14 9 8Q20 25 31 8Q34 14 38 18M9 8V25M31 8V25"/><path class="river" d="M3 33c4 0 4 2.5 8.5 2.5s4.5-2.5 8.5-2.5 4.5 2.5 8.5 2.5 4.5-2.5 8.5-2.5"/></svg>';

/**
 * Status and page for a refusal: in the language of the path, French unless it is below `/en/`, then shortly in the
 * other one. It asks for nothing but the server's own sheet, and holds nothing of what was sent.
 *
 * @param about `sent`: whether the visitor sent something, of which the page then says what became of it; `practice`:
 *   whose site it is, undefined before the first release
 */
export function refusalPage(
  refusal: Refusal,
  target: string,
  { sent = false, practice }: { sent?: boolean; practice?: Practice | undefined } = {},
): { status: number; html: string } {
  const [own, other] = isEnglish(target) ? [ENGLISH, FRENCH] : [FRENCH, ENGLISH];
  const { title } = own.texts[refusal];
  const html = `<!DOCTYPE html><html lang="${own.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${titleOf(own, title, practice)}</title><link rel="stylesheet" href="${refusalSheet.path}"></head><body>${header(own, practice)}<main>${practice ? '' : MARK}<h1>${title}</h1>${paragraphs(own, refusal, sent)}${ways(own, refusal, sent)}${call(own, practice)}<section lang="${other.lang}"><h2>${other.texts[refusal].title}</h2>${paragraphs(other, refusal, sent)}</section></main></body></html>`;
  return { status: STATUS[refusal], html };
}

function titleOf({ lang }: Edition, title: string, practice: Practice | undefined): string {
  return practice ? `${title} – ${practice[lang].name}` : title;
}

/** Whose site it is, and that it isn't a government's (Q7). */
function header({ lang }: Edition, practice: Practice | undefined): string {
  if (!practice) return '';
  const { name, notice } = practice[lang];
  return `<header>${MARK}<p><strong>${name}</strong><br>${notice}</p></header>`;
}

/** A person who answers, also while nothing else does. */
function call({ lang, around }: Edition, practice: Practice | undefined): string {
  if (!practice) return '';
  const { telephone, telephoneText } = practice[lang];
  const link = `<a href="tel:${telephone}">${telephoneText}</a>`;
  return `<p>${around.call} ${link}</p>`;
}

/** What it says, and of what was sent what became of it. */
function paragraphs({ texts, around }: Edition, refusal: Refusal, sent: boolean): string {
  const said = [texts[refusal].text];
  if (sent && refusal === 'failed') said.push(around.unsure);
  if (sent && refusal === 'not-ready') said.push(around.unsent);
  return said.map((text) => `<p>${text}</p>`).join('');
}

/** Where a reader goes on: to the same page where that may help, else to what the site has. */
function ways({ around, paths: [home, news, search] }: Edition, refusal: Refusal, sent: boolean): string {
  if (refusal === 'wrong-host') return '';
  const passing = refusal === 'failed' || refusal === 'not-ready';
  const toHome = { href: home, text: around.home };
  const again = passing && !sent ? [{ href: '', text: around.again }] : [];
  const others = [
    { href: news, text: around.news },
    { href: search, text: around.search },
  ];
  const [first, ...rest] = passing ? [...again, toHome] : [toHome, ...others];
  const button = first && `<li><a class="button" href="${first.href}">${first.text}</a></li>`;
  return `<ul>${button}${rest.map(({ href, text }) => `<li><a href="${href}">${text}</a></li>`).join('')}</ul>`;
}
