import type { aroundInFrench, fr } from './fr.ts';

export const en: typeof fr = {
  malformed: { title: 'Bad address', text: 'This address is not written correctly.' },
  'not-found': { title: 'Page not found', text: 'There is nothing at this address.' },
  method: { title: 'Request not allowed', text: 'This page can only be read.' },
  'cross-origin': {
    title: 'Refused',
    text: 'This was not sent from a page of this site. Open the page yourself, then try again.',
  },
  'wrong-type': { title: 'Not readable', text: 'This site reads only what its forms send.' },
  gone: {
    title: 'Page removed',
    text: 'This page was removed and will not come back. What it said may no longer be true: look for recent news on the same subject instead.',
  },
  'too-large': {
    title: 'Too much was sent',
    text: 'What you are sending is larger than allowed. Go back to the previous page and shorten your text.',
  },
  'wrong-host': { title: 'Wrong site name', text: 'This server does not answer to that name.' },
  legal: {
    title: 'Page not available',
    text: 'This page cannot be shown for a legal reason. The rest of the site stays open.',
  },
  failed: {
    title: 'An error on our side',
    text: 'The page could not be prepared. It is not your fault. Try again in a moment.',
  },
  'not-ready': {
    title: 'The site is starting',
    text: 'It will be there in a few seconds. Wait a little, then try again.',
  },
};

export const aroundInEnglish: typeof aroundInFrench = {
  home: 'Home page',
  news: 'News',
  search: 'Search',
  again: 'Try again',
  call: 'Need to speak to a person? Call',
  unsure:
    'We do not know whether what you sent arrived. Go back to the previous page and send it again: what has arrived already is not counted twice.',
  unsent: 'What you sent was not received. Go back to the previous page in a moment, then send it again.',
};
