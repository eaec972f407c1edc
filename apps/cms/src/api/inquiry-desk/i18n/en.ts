import type { InquiryDeskTexts } from './fr.ts';

export const en = {
  refusals: {
    'changed-meanwhile': 'Somebody else has changed this request meanwhile. Read it again, then retry.',
    'transition-not-allowed': 'This request can’t go to that status.',
    'reason-missing': 'Give a reason.',
    'assignee-missing': 'Assign the request to somebody first.',
    'assignee-unknown': 'This person can’t work on requests.',
    'not-confirmed': 'The address isn’t confirmed: no answer can be sent to it.',
    'reply-not-waiting': 'This answer isn’t waiting for an approval any more.',
    'address-unusable': 'No mail can be sent to this address. Telephone instead.',
    'advice-as-information':
      'This text is from a template of advice: it goes as advice, or without these passages.',
    'view-name-taken': 'You already have a view of this name.',
    'too-many-views': 'You already have 30 views. Delete one first.',
  },
  /** In a preview, in place of a signature. */
  approver: '(name of who approves)',
  /** Beside the number of an account. */
  departed: 'account deleted',
  category: 'Requests',
  actions: {
    read: 'Read requests',
    work: 'Work on requests and answer them',
    approve: 'Give and approve advice',
    export: 'Export requests',
    hold: 'Keep a request from being erased',
  },
  roles: {
    'passerelle-intake-agent': {
      name: 'Intake agent',
      description: 'Reads requests, works on them and answers with information.',
    },
    'passerelle-licensee': {
      name: 'Licensee',
      description: 'Works on requests, gives and approves advice.',
    },
    'passerelle-privacy-officer': {
      name: 'Privacy officer',
      description: 'Reads and exports requests, keeps them from being erased.',
    },
  },
  statuses: {
    unconfirmed: 'To be confirmed',
    new: 'New',
    triaged: 'Triaged',
    assigned: 'Assigned',
    'awaiting-client': 'Awaiting client',
    'consultation-booked': 'Consultation booked',
    converted: 'Mandate signed',
    declined: 'Declined',
    referred: 'Referred',
    spam: 'Spam',
    closed: 'Closed',
  },
  priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  table: {
    fileName: 'requests',
    header: [
      'Reference',
      'Status',
      'Priority',
      'Received',
      'Answer due',
      'First answer',
      'Language',
      'Programme',
      'Tags',
      'Assigned to',
      'Name',
      'E-mail',
      'Telephone',
      'Country',
    ],
  },
  report: {
    fileName: 'response-times',
    header: ['Grouped by', 'Value', 'Received', 'Answered', 'Median (hours)', '90th percentile (hours)'],
    all: 'All',
    week: 'Week of',
    programme: 'Programme',
    none: 'None',
  },
} satisfies InquiryDeskTexts;
