import { aroundInEnglish, en } from './i18n/en.ts';
import { aroundInFrench, fr } from './i18n/fr.ts';
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
 * @param sent whether the visitor sent something, of which the page then says what became of it
 */
export function refusalPage(
  refusal: Refusal,
  target: string,
  sent = false,
): { status: number; html: string } {
  const [own, other] = isEnglish(target) ? [ENGLISH, FRENCH] : [FRENCH, ENGLISH];
  const { title } = own.texts[refusal];
  const html = `<!doctype html><html lang="${own.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><link rel="stylesheet" href="${refusalSheet.path}"></head><body><main>${MARK}<h1>${title}</h1>${paragraphs(own, refusal, sent)}${ways(own, refusal, sent)}<section lang="${other.lang}"><h2>${other.texts[refusal].title}</h2>${paragraphs(other, refusal, sent)}</section></main></body></html>`;
  return { status: STATUS[refusal], html };
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
