import type { NewsletterTexts } from './newsletter-fr.ts';

export const newsletterEn = {
  linkFallback: 'If the button does not open, copy this address into your browser:',
  confirm: {
    subject: 'Confirm your newsletter subscription',
    heading: 'One more step to subscribe',
    preview: 'One button, and Passerelle’s newsletter will reach you at this address.',
    lead: 'This address was entered on our site to receive the newsletter. Nothing will be sent to you until you confirm.',
    button: 'Confirm my subscription',
    expiry: 'This link works once, for 7 days.',
    ignore:
      'You did not ask for this? Do nothing: without a confirmation, the address is deleted after 7 days.',
  },
  address: {
    subject: 'Confirm your new address',
    heading: 'Receive the newsletter at this address',
    preview: 'One button, and Passerelle’s newsletter will reach you here instead of at the former address.',
    lead: 'A reader of our newsletter wants to receive it at this address instead of the former one. Nothing changes until this is confirmed.',
    button: 'Confirm this address',
    expiry: 'This link works once, for 7 days.',
    ignore: 'You did not ask for this? Do nothing: this address will receive nothing more.',
  },
  welcome: {
    subject: 'Your subscription is confirmed',
    heading: 'Welcome',
    preview: 'Your subscription is confirmed. Here is how to change or end it.',
    lead: 'Passerelle’s newsletter will reach you at this address, as often and on the topics you chose. When there is nothing new, nothing is sent.',
  },
  already: {
    subject: 'You already receive the newsletter',
    heading: 'This address is already subscribed',
    preview: 'Nothing has changed. Here is how to change or end your subscription.',
    lead: 'This address was just entered on our site again. It was already subscribed: nothing has changed. If it was not you, there is nothing to do.',
  },
  manage: 'Manage my subscription',
  why: 'You receive this message because this address is subscribed to the newsletter, with your consent. No pixel and no link follows you.',
  unsubscribe: 'Unsubscribe',
} satisfies NewsletterTexts;
