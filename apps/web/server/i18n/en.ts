import type { fr } from './fr.ts';

export const en: typeof fr = {
  malformed: { title: 'Bad address', text: 'This address is not written correctly.' },
  'not-found': { title: 'Page not found', text: 'There is nothing at this address.' },
  method: { title: 'Request not allowed', text: 'This page can only be read.' },
  'cross-origin': {
    title: 'Refused',
    text: 'This was not sent from a page of this site. Open the page yourself, then try again.',
  },
  'wrong-type': { title: 'Not readable', text: 'This site reads only what its forms send.' },
  gone: { title: 'Page removed', text: 'This page was removed and will not come back.' },
  'too-large': { title: 'Too much was sent', text: 'What you are sending is larger than allowed.' },
  'wrong-host': { title: 'Wrong site name', text: 'This server does not answer to that name.' },
  legal: { title: 'Page not available', text: 'This page cannot be shown for a legal reason.' },
  failed: { title: 'An error on our side', text: 'The page could not be prepared. Try again in a moment.' },
  'not-ready': { title: 'The site is starting', text: 'Try again in a few seconds.' },
};

export const homeInEnglish = 'Home page';
