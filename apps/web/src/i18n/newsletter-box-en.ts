import type { Messages } from './fr.ts';

export const newsletterBoxEn: Messages['newsletterBox'] = {
  title: 'The newsletter',
  text: 'What has changed in immigration, on your topics and as often as you like.',
  email: 'Your e-mail',
  send: 'Send',
  leave: 'Unsubscribe in one click.',
  privacy: 'Privacy',
};
