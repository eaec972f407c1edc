import type { NewsletterTexts } from './fr.ts';

export const newsletterEn: NewsletterTexts = {
  list: 'Issues of the newsletter',
  none: 'Nothing has been sent yet.',
  unreachable: 'The issues could not be read.',
  failed: 'That could not be done. The list was read anew: try again if need be.',
  title: (name, { clock, day }) => (day === null ? `${name}, ${clock}` : `${name}, ${day}, ${clock}`),
  names: {
    instant: 'With each article',
    daily: 'Daily',
    weekly: 'Weekly',
    monthly: 'Monthly',
    campaign: 'Issue',
  },
  states: {
    draft: 'Draft',
    held: 'Waits for a person',
    approved: 'Approved',
    preparing: 'Being prepared',
    sending: 'Being sent',
    paused: 'Paused',
    finished: 'Finished',
    cancelled: 'Cancelled',
  },
  problems: {
    'sender-missing': 'the organization’s contact details are missing',
    'too-large': 'the message is too long for some programs',
    'subject-malformed': 'the subject can’t be sent',
    'unsubscribe-missing': 'the link to unsubscribe is missing',
    'text-missing': 'the plain-text part is missing',
    authentication: 'the mail server refuses the sign-in',
    'sender-refused': 'the mail server refuses the sender’s address',
    'failures-in-a-row': 'too many failures in a row',
  },
  account: (number, prepared, excluded, of) =>
    [
      `${number(prepared)} to send, ${number(excluded)} with nothing new or not meant`,
      `${number(of.sent ?? 0)} sent, ${number(of.failed ?? 0)} failed, ${number(of.uncertain ?? 0)} uncertain, ${number(of.skipped ?? 0)} withdrawn`,
    ].join('. '),
  wrong: 'The account doesn’t add up: tell the person who looks after the site.',
  actions: {
    hold: 'Hold',
    approve: 'Approve',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel the issue',
    'send-again': 'Send the uncertain ones again',
  },
  askCancel: 'What hasn’t left yet won’t. This can’t be undone.',
  askAgain:
    'Some readers may have this message already: they would get it twice. Look at the mail server’s log first.',
};
