import type { Messages } from './fr.ts';
import { formRefusalsEn } from './refusals-en.ts';

/** Texts of the newsletter's pages in English. */
export const newsletterEn = {
  title: 'Newsletter',
  description: 'Immigration news, verified, in your mailbox.',
  lead: 'The news we have verified, by e-mail, as often as you like. When there is nothing new, nothing is sent.',
  form: {
    email: 'Your e-mail',
    emailHint: 'We will send a confirmation link there. Nothing else is sent before.',
    topics: 'Topics (optional)',
    topicsHint: 'Tick none to receive all of them.',
    frequency: 'How often',
    frequencies: {
      instant: 'As soon as an article is out',
      daily: 'Once a day',
      weekly: 'Once a week',
      monthly: 'Once a month',
    },
    asker: (name, address) => `${name}, ${address}, asks for this consent. To reach us:`,
    or: 'or',
    withdrawal: 'You can withdraw it at any time, by the link of each issue, in writing or by telling us.',
    submit: 'Subscribe',
    suggestion: (address: string) => `Did you mean ${address}?`,
    take: (address: string) => `Use ${address}`,
    keep: 'If your address is right as it is, send again.',
  },
  faults: {
    emailMissing: 'Enter your e-mail address.',
    emailWrong: 'This address is not complete. Example: name@example.ca',
    frequency: 'Choose how often.',
    topics: 'Choose among the topics offered.',
    consent: 'Tick the box so that we have your consent.',
    erase: (word: string) => `Type ${word} to confirm.`,
  },
  sent: {
    title: 'Look in your mail',
    text: 'If this address can be subscribed, a message arrives there within minutes. It has a button to confirm with; without that step nothing will be sent to you.',
    nothing:
      'Nothing arrives? Look in the junk folder, then check the address. One address gets one of these messages in ten minutes at most.',
    again: 'Enter another address',
  },
  confirm: {
    title: 'Confirm',
    text: 'One last step: press the button to confirm this address.',
    button: 'Confirm',
    done: 'It is confirmed',
    doneText:
      'The newsletter will arrive at this address. A welcome message has the link to change everything.',
    expired: 'This link no longer works',
    expiredText: 'It is good for seven days. Subscribe again to receive another one.',
  },
  unsubscribe: {
    title: 'Unsubscribe',
    text: 'Press the button to stop receiving the newsletter at this address.',
    button: 'Unsubscribe',
    rather: 'Receive it less often, or pause',
    done: 'The subscription has ended',
    doneText: 'The newsletter is no longer sent to this address, even if an issue was being prepared.',
  },
  received: {
    title: 'We have it',
    text: 'Your request is received and will be dealt with within minutes. There is nothing else to do.',
  },
  manage: {
    title: 'My subscription',
    address: (masked: string) => `Subscription of ${masked}`,
    paused: (day: string) => `Paused until ${day}.`,
    waiting: (masked: string) => `The new address, ${masked}, waits to be confirmed: a link was sent there.`,
    preferences: 'Topics, programs, how often and language',
    programmes: 'Programs (optional)',
    programmesHint:
      'Tick none to receive everything. News about no program in particular always comes to you.',
    language: 'Language',
    languages: { 'fr-CA': 'Français (French)', 'en-CA': 'English' },
    pause: 'Pause',
    pauses: {
      none: 'No pause',
      keep: 'Keep the present pause',
      14: 'Two weeks',
      30: 'One month',
      90: 'Three months',
    },
    save: 'Save',
    newAddress: 'Change address',
    newAddressLabel: 'New e-mail address',
    newAddressHint: 'We will send a confirmation link there. Until then nothing changes.',
    newAddressButton: 'Send the link',
    data: 'My data',
    dataText:
      'Everything we keep of your subscription, with your consents, their wording and the issues received, in a JSON file.',
    dataButton: 'Download my data',
    dataFile: 'newsletter-my-data.json',
    end: 'End the subscription',
    endLink: 'Unsubscribe',
    erase: 'Erase my data',
    eraseText:
      'The subscription ends and your address is erased. All that is left is the proof of consents, without your address.',
    eraseWord: 'ERASE',
    eraseLabel: (word: string) => `Type ${word} to confirm`,
    eraseButton: 'Erase everything',
    done: {
      preferences: 'Your preferences are saved.',
      address: 'A confirmation link is on its way to the new address.',
      erase: 'Your data are erased.',
    },
    ended: 'This subscription has ended: nothing is sent to this address.',
    gone: 'We keep nothing of this subscription any more, and nothing is sent.',
    unknown: 'This link is not known. Open it again from the most recent message, in full.',
    away: 'Your preferences can’t be read at the moment. Try again in a few minutes.',
    subscribe: 'Subscribe to the newsletter',
  },
  refusals: {
    ...formRefusalsEn,
    invalid: {
      title: 'Something needs another look',
      text: 'An answer does not have the form expected. Correct it, then send again.',
    },
    'too-many': {
      title: 'Too many from your network',
      text: 'Many have just arrived from the same network as yours. Wait some ten minutes, then try again.',
    },
    'unknown-subject': {
      title: 'This link is not known',
      text: 'It is incomplete, or too old. Open it again from the message, in full.',
    },
    'not-open': { title: 'Not yet', text: 'The newsletter is not open for subscriptions yet.' },
    closed: {
      title: 'This subscription has ended',
      text: 'To receive the newsletter again, subscribe as you did the first time.',
    },
    unavailable: {
      title: 'Nothing could be stored',
      text: 'A problem on our side keeps it from being stored. Try again in a few minutes.',
    },
  },
} satisfies Messages['newsletter'];
