import type { UncertainTexts } from './uncertain-fr.ts';

export const uncertainEn: UncertainTexts = {
  title: 'Uncertain mails',
  subtitle: 'Nobody knows whether these mails of the newsletter have gone: a person decides.',
  advice:
    'Look for the identifier in the mail server’s log. If it took the mail, it was delivered. If not, send it again.',
  none: 'Nothing is uncertain.',
  names: {
    instant: 'With each article',
    daily: 'Daily',
    weekly: 'Weekly',
    monthly: 'Monthly',
    campaign: 'Issue',
  },
  issue: (name, at) => `${name}, on ${at}`,
  counted: (count) => `Uncertain: ${count}`,
  listed: (count) => `The first ${count} are shown.`,
  cancelled: 'This issue is cancelled: nothing of it is sent again.',
  columns: {
    choose: 'Choose',
    messageId: 'Identifier (Message-ID)',
    domain: 'Domain',
    attempts: 'Tries',
    happened: 'What happened',
  },
  choose: (messageId) => `Choose ${messageId}`,
  happened: {
    'cut-off': 'The process ended while it was sending.',
    silent: 'The server answered no more.',
    lost: 'The connection broke after sending had begun.',
    unknown: 'Nobody knows.',
  },
  all: {
    delivered: 'All were delivered',
    'send-again': 'Send all again',
  },
  chosen: {
    delivered: (count) => `Delivered (chosen: ${count})`,
    'send-again': (count) => `Send again (chosen: ${count})`,
  },
  ask: {
    delivered: 'These mails will count as sent. This can’t be undone.',
    'send-again': 'Readers who have this mail already will get it twice. This can’t be undone.',
  },
  done: (count) => `Noted. Mails: ${count}.`,
  refused:
    'Nothing has changed: these mails aren’t uncertain any more, or the issue was cancelled. The list is read anew.',
  history: 'Decisions',
  decided: {
    delivered: (who, at, count) => `${who}, ${at} – delivered: ${count}`,
    'send-again': (who, at, count) => `${who}, ${at} – sent again: ${count}`,
  },
};
