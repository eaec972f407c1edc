import { isEnglish } from './route.ts';

/** Requests the server answers by itself, without a page of the release. */
export type Refusal =
  | 'malformed'
  | 'wrong-host'
  | 'method'
  | 'too-large'
  | 'failed'
  | 'not-ready'
  | 'not-found'
  | 'gone'
  | 'legal';

interface Text {
  title: string;
  text: string;
}

const STATUS: Record<Refusal, number> = {
  malformed: 400,
  'not-found': 404,
  method: 405,
  gone: 410,
  'too-large': 413,
  'wrong-host': 421,
  legal: 451,
  failed: 500,
  'not-ready': 503,
};

const FRENCH: Record<Refusal, Text> = {
  malformed: { title: 'Adresse incorrecte', text: 'Cette adresse n’est pas écrite correctement.' },
  'not-found': { title: 'Page introuvable', text: 'Il n’y a rien à cette adresse.' },
  method: { title: 'Demande non admise', text: 'Cette page se lit seulement.' },
  gone: { title: 'Page retirée', text: 'Cette page a été retirée et ne reviendra pas.' },
  'too-large': { title: 'Envoi trop volumineux', text: 'Ce que vous envoyez dépasse la taille permise.' },
  'wrong-host': { title: 'Mauvais nom de site', text: 'Ce serveur ne répond pas sous ce nom.' },
  legal: { title: 'Page non disponible', text: 'Cette page ne peut être montrée pour une raison juridique.' },
  failed: {
    title: 'Erreur de notre côté',
    text: 'La page n’a pas pu être préparée. Réessayez dans un moment.',
  },
  'not-ready': { title: 'Le site démarre', text: 'Réessayez dans quelques secondes.' },
};

const ENGLISH: Record<Refusal, Text> = {
  malformed: { title: 'Bad address', text: 'This address is not written correctly.' },
  'not-found': { title: 'Page not found', text: 'There is nothing at this address.' },
  method: { title: 'Request not allowed', text: 'This page can only be read.' },
  gone: { title: 'Page removed', text: 'This page was removed and will not come back.' },
  'too-large': { title: 'Too much was sent', text: 'What you are sending is larger than allowed.' },
  'wrong-host': { title: 'Wrong site name', text: 'This server does not answer to that name.' },
  legal: { title: 'Page not available', text: 'This page cannot be shown for a legal reason.' },
  failed: { title: 'An error on our side', text: 'The page could not be prepared. Try again in a moment.' },
  'not-ready': { title: 'The site is starting', text: 'Try again in a few seconds.' },
};

/** Status and page for a refusal, in the language of the path: French unless it is below `/en/`. */
export function refusalPage(refusal: Refusal, target: string): { status: number; html: string } {
  const english = isEnglish(target);
  const { title, text } = english ? ENGLISH[refusal] : FRENCH[refusal];
  const [lang, home, back] = english ? ['en-CA', '/en/', 'Home page'] : ['fr-CA', '/', 'Page d’accueil'];
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><h1>${title}</h1><p>${text}</p><p><a href="${home}">${back}</a></p></html>`;
  return { status: STATUS[refusal], html };
}
