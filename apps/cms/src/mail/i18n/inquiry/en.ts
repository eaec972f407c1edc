import type { InquiryMailTexts } from './fr.ts';

export const en = {
  reference: 'Reference',
  received: {
    subject: (reference: string) => `We have received your request ${reference}`,
    heading: 'We have received your request',
    lead: 'Keep this reference: it is all you need to speak to us about your request, without repeating what you wrote.',
    nextTitle: 'What happens next',
    next: (days: number) =>
      `A person on our team reads your request. We usually answer within ${days} business ${days > 1 ? 'days' : 'day'}.`,
    reachTitle: 'Talk to someone',
    reach:
      'Our telephone number and e-mail address are at the bottom of this message. If time is short (status about to expire, removal, a refusal to challenge), call us rather than wait for our answer.',
    limitsTitle: 'Good to know',
    limits:
      'Your request does not make you our client: only a written and signed contract does. Never send a social insurance number, a passport or a bank card by e-mail.',
  },
  confirm: {
    subject: 'Confirm your request',
    heading: 'One last step',
    lead: 'A request was sent to us with this address. Confirm it so that we read it.',
    button: 'Confirm my request',
    expires: 'The link is good for 48 hours.',
    notYou: 'It wasn’t you? Do nothing: without a confirmation the request is erased.',
  },
  continue: {
    subject: 'Continue your request',
    heading: 'Pick up where you left off',
    lead: 'You asked for this link to continue later. Your answers are waiting for you.',
    button: 'Continue my request',
    moves:
      'The link opens your draft on the device you follow it on; it then leaves the one before. Don’t forward this message to anyone: it gives access to your answers.',
    expires: 'It is good for 14 days. If you ask for another link, this one no longer works.',
    notYou: 'It wasn’t you? Do nothing: the draft erases itself.',
  },
  files: {
    subject: (reference: string) => `Documents for your request ${reference}`,
    heading: 'Send us your documents',
    lead: 'To go on with your request we need documents. You can send them through a protected page rather than by e-mail.',
    kinds: (most: number) =>
      `Up to ${most} ${most > 1 ? 'files' : 'file'} of at most 10 MB each: PDF, photo (JPEG, PNG, HEIC) or Word document without macros.`,
    button: 'Send my documents',
    expires:
      'The link is good for 14 days. It is yours alone: don’t forward it to anyone. If you are sent a new link, this one no longer works.',
    safety: 'Each file is encrypted, then checked for viruses before anyone on our team opens it.',
  },
  notice: {
    subject: (reference: string) => `New request ${reference}`,
    heading: 'A new request',
    lead: 'A request is waiting at the desk. This message holds no personal information.',
    button: 'Open the request',
  },
  late: {
    subject: (count: number) => (count > 1 ? `${count} requests are late` : 'A request is late'),
    heading: 'The time to answer is over',
    lead: 'These requests have been waiting for an answer for longer than promised.',
    more: (count: number) => `And ${count} more: the list “Late” has them all.`,
    button: 'Open the list of requests',
  },
  reply: {
    subject: (subject: string, reference: string) => `${subject} [${reference}]`,
    signOff: 'Kind regards,',
    kinds: {
      information:
        'This message gives general information. It does not judge your situation and does not replace advice.',
      advice: 'This advice was approved by a licensed person before it was sent.',
    },
    noContract: 'Only a written and signed contract makes you a client.',
  },
} satisfies InquiryMailTexts;
