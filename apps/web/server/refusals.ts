import { en, homeInEnglish } from './i18n/en.ts';
import { fr, homeInFrench } from './i18n/fr.ts';
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

/** Status and page for a refusal, in the language of the path: French unless it is below `/en/`. */
export function refusalPage(refusal: Refusal, target: string): { status: number; html: string } {
  const english = isEnglish(target);
  const { title, text } = english ? en[refusal] : fr[refusal];
  const [lang, home, back] = english ? ['en-CA', '/en/', homeInEnglish] : ['fr-CA', '/', homeInFrench];
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><h1>${title}</h1><p>${text}</p><p><a href="${home}">${back}</a></p></html>`;
  return { status: STATUS[refusal], html };
}
