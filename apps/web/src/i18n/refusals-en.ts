import type { formRefusalsFr } from './refusals-fr.ts';

const again = 'Your answers are kept: send them again.';

/** Refusals of a form that are told alike, whatever the form is for, in English. */
export const formRefusalsEn: typeof formRefusalsFr = {
  'too-large': {
    title: 'Too much was sent',
    text: 'What was sent is far more than this form holds. Start again from the page.',
  },
  'wrong-type': {
    title: 'We couldn’t read what was sent',
    text: 'It didn’t arrive in a form that we can read. Start again from the page.',
  },
  'cross-origin': {
    title: 'Sent from another site',
    text: 'This form can only come from a page of this site. Open the page yourself, then try again.',
  },
  expired: { title: 'This page waited too long', text: again },
  'too-fast': {
    title: 'That was a little too fast',
    text: `It was sent faster than a person can read. ${again}`,
  },
  trapped: {
    title: 'A hidden field was filled in',
    text: `A field that must stay empty was filled in, probably by a tool of the browser. ${again}`,
  },
  'proof-wrong': { title: 'The check didn’t succeed', text: again },
  'key-reused': {
    title: 'What you sent first had arrived',
    text: 'This form was sent before with other answers. To send these, send them again.',
  },
  'already-done': {
    title: 'Already confirmed',
    text: 'This link was used before. There is nothing else for you to do.',
  },
};
