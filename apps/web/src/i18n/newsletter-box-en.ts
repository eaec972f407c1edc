import type { Messages } from './fr.ts';

export const newsletterBoxEn: Messages['newsletterBox'] = {
  title: 'The newsletter',
  text: 'What has changed in immigration, in plain words. You choose the topics and how often.',
  email: 'Your e-mail',
  send: 'Send',
  leave: 'Unsubscribe in one click, at any time.',
  privacy: 'Privacy',
};
