import type { Messages } from './fr.ts';

const kept = 'Your answers are kept.';
const generic = `${kept} Send your request again, or call us.`;

export const inquiryEn: Messages['inquiry'] = {
  title: 'Ask your questions or begin your process',
  crumb: 'Get started',
  description:
    'A few questions, one at a time, then your message to the practice. Free, without commitment, in French or in English.',
  general: 'General information, not an opinion on your eligibility.',
  private: 'A private site, not a government one. A request commits you to nothing.',
  noQuebec:
    'We are not taking on files for Québec’s programs at the moment. For the Government of Canada, we will answer you.',
  next: 'Continue',
  startAgain: 'Back to the first question',
  erase: 'Erase my answers',
  resume: 'Go on where you left off',
  choose: 'Choose an answer to continue.',
  cookie: 'Your first answer sets a cookie: it keeps your draft, encrypted, for 14 days.',
  call: (telephone) => `Call ${telephone}`,
  callTitle: 'Talk to a person',
  urgentFirst: 'Don’t wait: call before you write',
  write: 'Write all the same',
  addresses: 'Where to turn',
  readOn: (day) => `Contact details checked on ${day}`,
  home: 'Go to the home page',

  steps: {
    message: 'Your question',
    contact: 'Your contact details',
    deadline: 'A deadline',
    consents: 'Your consent',
    check: 'Review',
    sent: 'Request sent',
  },

  message: {
    title: 'What is your question, or your situation?',
    label: 'Your message',
    hint: 'A few sentences are enough, 5,000 characters at most. Write neither a social insurance number, nor a passport number, nor a unique client identifier, nor a card number.',
    federal: 'My request is a matter for the Government of Canada, not a Québec program',
    federalHint:
      'For example a study or work permit, a visa or citizenship, wherever you live. What you write is kept, even if you don’t tick it.',
    maskedTitle: 'We have masked a number',
    masked:
      'Your message seemed to hold a personal number (social insurance, passport, unique client identifier or card). It is replaced by dots, and was neither kept nor sent. Read your message again, then continue.',
  },
  contact: {
    title: 'How can we reach you?',
    name: 'Your name',
    nameHint: 'As you would like to be called.',
    email: 'E-mail address',
    emailHint: 'The reference of your request will be sent there.',
    telephone: 'Telephone',
    telephoneHint: 'With the country code if it isn’t in Canada.',
    reach: 'How would you rather be answered?',
    reaches: { email: 'By e-mail', telephone: 'By telephone' },
    country: 'Country where you live',
  },
  deadline: {
    title: 'Do you have to do something by a date?',
    label: 'Deadline',
    hint: 'For example the end of a permit, or the last day to answer a letter: 27 3 2027. Leave it empty if there is none.',
  },
  consents: {
    title: 'Your consent',
    newsletterHint: 'Optional',
    notice: 'What we collect, and why',
  },
  check: {
    title: 'Check your answers',
    answers: 'Your situation',
    change: 'Change',
    changeOf: (what) => `Change: ${what}`,
    none: 'None',
    notGiven: 'Not given',
    send: 'Send my request',
    urgentTitle: 'This date is near',
    urgent: 'Send your request, and call us too: we can act sooner.',
    refusedTitle: 'The request has not been sent',
    yes: 'Yes',
    no: 'No',
    newsletter: 'Newsletter',
    transfer: 'Information communicated outside Québec',
  },
  sent: {
    title: 'Your request has been sent',
    received: 'Your request is received, being processed',
    confirm: 'One more step: confirm by e-mail',
    reference: 'Your reference',
    referenceText: 'Keep it: it lets us find your request. An e-mail repeats it.',
    receivedText:
      'It is kept safe. Our central system will process it as soon as it answers, and the reference will come by e-mail. Don’t send it again.',
    confirmText: (email) =>
      `An e-mail is on its way to ${email}. Follow its link to confirm your request: without that, we can’t process it.`,
    nextTitle: 'What happens now?',
    next: [
      'A person of the practice reads your request and answers you, usually within two business days.',
      'They tell you whether the practice can help you, how and at what price.',
      'Nothing commits you before a signed contract.',
    ],
    copy: 'What you have sent',
    print: 'This page can be printed. It stays at this address, in this browser, for one day.',
    erase: 'Erase this copy from this browser',
    another: 'Make another request',
  },
  confirm: {
    ask: {
      title: 'Confirm your request',
      text: 'One step is enough: it tells us that this e-mail address is yours and that the request comes from you.',
    },
    done: {
      title: 'Your request is confirmed',
      text: 'It is in the hands of the practice.',
    },
    received: {
      title: 'Your confirmation is received, being processed',
      text: 'It is kept safe and will count as soon as our central system answers. You need do nothing else.',
    },
    unknown: {
      title: 'This link no longer leads to a request',
      text: 'It may be incomplete, or too old. Make a new request, or call us.',
    },
    button: 'Confirm my request',
    refusedTitle: 'The request isn’t confirmed yet',
    again: 'Confirm again, or call us.',
    later: 'Try again in some ten minutes, or call us.',
  },
  later: {
    offer: 'Continue later',
    title: 'Continue later, wherever you like',
    text: 'Write your address: an e-mail will lead you to your answers, on this device or another one. The link is yours alone and is good for 14 days.',
    hint: 'It is used to send this link, and for nothing else.',
    button: 'Send me the link',
    mailed: 'The link is on its way',
    mailedText: (email) => `An e-mail is going to ${email}. Its link opens your answers again.`,
    mailedRest:
      'You can close this page. If the link is followed on another device, your answers will be there only.',
    againTitle: 'Nothing received, or the wrong address?',
    again: 'Send a new link',
    cookie: 'On this device your answers are also waiting for you without a link, for 14 days.',
    refusedTitle: 'The link was not sent',
    refusals: {
      'too-many':
        'Many requests have just come from the same network as yours. Your answers are kept. Wait about ten minutes.',
      unavailable:
        'A failure on our side. Your answers are kept in this browser: try again in a few minutes.',
      again: 'Your answers are kept. Send your address again.',
    },
  },
  resumed: {
    ask: {
      title: 'Continue your request',
      text: 'Your answers open on this device, and can no longer be reached from the one before.',
    },
    unknown: {
      title: 'This link no longer leads to a draft',
      text: 'A link is good for 14 days, and ends when you ask for another one or erase your answers. Start again, or call us.',
    },
    closed: {
      title: 'The draft can’t be opened at the moment',
      text: 'A failure on our side. Your answers are kept: follow the link again in a few minutes, or call us.',
    },
    other: 'This browser already keeps another draft: it can no longer be reached if you open this one.',
    button: 'Open my answers',
  },
  lost: {
    title: 'We can’t find your answers',
    text: 'A draft is erased 14 days after its last change. If you have just answered, your browser may refuse the cookies of this site: accept them to continue, or call us. If you opened them elsewhere by a mailed link, they are there only.',
  },
  closed: {
    title: 'The form isn’t open at the moment',
    text: 'Call us or write to us: a person answers during opening hours. If you had begun, your answers are kept.',
  },
  missing: {
    title: 'This step no longer exists',
    text: 'The questions may have changed. Start again: the answers that still hold are kept.',
  },
  notKept: {
    title: 'Your answer could not be kept',
    lost: 'The draft is no longer there. Start again, or call us.',
    'too-large': 'It is too long. Shorten it, then continue.',
    'too-many':
      'Many requests have just been begun on the same network as yours. Wait some ten minutes, or call us.',
    unavailable:
      'A fault on our side. What you had answered before is intact, and this answer is still on the screen: try again in a few minutes, or call us.',
  },
  faults: {
    'message-missing': 'Write your question or describe your situation.',
    'message-long': 'Shorten your message: 5,000 characters at most.',
    'federal-needed':
      'Tick the box if your request is a matter for the Government of Canada. For a Québec program, we cannot take it at the moment: call us.',
    'name-missing': 'Write your name.',
    'name-long': 'Shorten your name: 120 characters at most.',
    'email-missing': 'Write your e-mail address.',
    'email-wrong': 'Write a whole e-mail address, like visitor@example.example.',
    'telephone-wrong':
      'Write a whole telephone number, with the country code if it isn’t in Canada, like +33 6 12 34 56 78.',
    'telephone-needed': 'Write the telephone number to reach you at, or choose e-mail.',
    'reach-missing': 'Choose how to reach you.',
    'country-unknown': 'Choose a country from the list.',
    'deadline-partial': 'Write the day, the month and the year, or leave all three empty.',
    'deadline-unreal': 'This date doesn’t exist. Write it in digits, like 27 3 2027.',
    'deadline-far': 'Check the year: this date is very far from today.',
    'consent-needed': 'Tick the box so that we may receive your request, or call us.',
    'transfer-needed':
      'Tick the box so that your information may be communicated outside Québec, or call us.',
  },
  refusals: {
    invalid: `An answer was not accepted. ${kept} Check them, then send again, or call us.`,
    'too-large': `The request is too long. ${kept} Shorten your message, then send again.`,
    'wrong-type': generic,
    'cross-origin': generic,
    expired: `This page was open for too long. ${kept} Send your request again.`,
    'too-fast': `That was a little too fast for us. ${kept} Send your request again.`,
    trapped: `A field that must stay empty was filled in, probably by a tool of the browser. ${kept} Send your request again.`,
    'too-many': `Many requests have just come from the same network as yours. ${kept} Wait some ten minutes, or call us.`,
    'proof-wrong': `The check asked of your browser did not succeed. ${kept} Send your request again.`,
    'key-reused':
      'This request has reached us already, with other answers: the first one counts. Its reference comes by e-mail. To correct it, call us.',
    'unknown-subject': generic,
    'not-open': generic,
    closed: generic,
    'already-done': 'This request has reached us already. Its reference comes by e-mail.',
    unavailable: `A fault on our side keeps us from receiving your request: it has not been sent. ${kept} Try again in a few minutes, or call us.`,
  },
};
