import type { MailTexts } from './fr.ts';

export const en = {
  layout: {
    siteName: 'Passerelle',
    licensed: (name: string, acronym: string, number: string) => `${name} (${acronym}, licence ${number})`,
    licenceClasses: { RCIC: 'RCIC', 'RCIC-IRB': 'RCIC-IRB', RISIA: 'RISIA' },
    register: (url: string) => `Public register: ${url}`,
    recognized: (number: string, day: string) => `Recognized by Québec: ${number}, valid until ${day}`,
    privateSite: 'Passerelle is a private site: it belongs to no government and speaks for none.',
  },
  alarm: {
    subject: (title: string) => `Alert: ${title}`,
    lead: 'Passerelle needs a person.',
    facts: {
      when: 'When',
      form: 'Form',
      reference: 'Reference',
      attempts: 'Attempts',
      daysLeft: 'Days left',
      document: 'Document id',
      issue: 'Issue',
      problem: 'Reason',
      code: 'Code',
    },
    where: 'Where to look',
    whereToLook:
      'The CMS’s log and the audit record have all the details; search them for the reference or the code. This message holds no personal information.',
    more: 'More alerts of the same kind may follow within the hour without another message: the record has them all.',
    button: 'Open the admin',
    titles: {
      'mail-uncertain': 'a message may or may not have been sent',
      'mail-given-up': 'a message could not be sent',
      'webhook-given-up': 'another system could not be told of a request',
      'submission-set-aside': 'something a visitor sent was set aside',
      'recognition-ending': 'a recognition by the Ministry ends soon',
      'recognition-expired': 'a recognition by the Ministry has ended',
      'newsletter-stopped': 'the newsletter is paused',
      'newsletter-uncertain': 'some newsletters may or may not have been sent',
      'newsletter-refused': 'a newsletter can’t be sent as it is',
      'reports-unreachable': 'the mailbox of returned mail no longer answers',
      'person-request-late': 'a request about personal information is overdue',
      'ledger-broken': 'the ledger of consent was altered',
    },
    sentences: {
      'mail-uncertain':
        'The connection to the mail server broke after the content was sent. It won’t be sent again by itself, so that nobody gets it twice. Check with the mail server, by the reference in the log.',
      'mail-given-up':
        'The mail server did not take it in four days of trying. Check SMTP_URL, then the server.',
      'webhook-given-up':
        'The system at WEBHOOK_URL did not take the notice in twelve tries. The request itself is as it was. Check WEBHOOK_URL and WEBHOOK_SECRET, then that system.',
      'submission-set-aside':
        'What a person sent could not be stored after several attempts. Its content waits, sealed, in the web server’s spool.',
      'recognition-ending':
        'A consultant’s recognition ends soon. Its renewal has to be applied for at least 60 days before the expiry date. The home page of the admin says whose it is and when.',
      'recognition-expired':
        'A consultant’s recognition has ended. If nobody else is recognized, the site offers nothing for Québec’s programmes any more. Once it is renewed, enter the new date in the consultant’s entry.',
      'newsletter-stopped':
        'What failed would have failed for each reader: everything that was being sent waits. Check the mail server, then resume on the home page of the admin.',
      'newsletter-uncertain':
        'The issue is finished, but for some readers the connection broke after the content. Nothing is sent again by itself: a person may ask for it on the home page of the admin.',
      'newsletter-refused':
        'It lacks something that the law or mail servers want, such as who sends it. Mend that, then approve the issue on the home page of the admin.',
      'reports-unreachable':
        'For a day, reports about returned mail could not be read: the newsletter goes on to addresses that no longer take it. Check BOUNCE_IMAP_URL, the password, then the state of the server. This alarm does not repeat while nothing changes.',
      'person-request-late':
        'A person has waited longer than the law allows (CQLR c.\u00a0P-39.1, s.\u00a032). Answer them in the admin, under “Personal information”.',
      'ledger-broken':
        'The nightly check found an event that isn’t as it was written. Change nothing in the database. Run “passerelle ledger verify”, then compare with the last backup; this may be a confidentiality incident.',
    },
  },
  mailbox: {
    title: 'Local mailbox',
    explanation:
      'No mail server is set (SMTP_URL): what Passerelle sends arrives here, and nowhere else. This page exists on this machine only.',
    empty: 'No mail yet.',
    back: 'All mail',
    missing: 'This message does not exist, or no longer does.',
    to: 'To',
    preview: 'Preview',
    plainText: 'Plain-text part',
    headers: 'Headers',
    source: 'Download the .eml file',
  },
} satisfies MailTexts;
