import type { Messages } from './fr.ts';

/** Texts of the page where one sends files, on invitation. */
export const filesEn = {
  title: 'Send documents',
  description: 'The page where people our team has invited send their documents.',
  lead: 'Our team has asked you for documents for your request. Send them one at a time.',
  left: (count: number) => (count > 1 ? `You can send ${count} more files.` : 'You can send one more file.'),
  until: (day: string) => `The link is good until ${day}.`,
  field: 'Your file',
  hint: 'PDF, JPEG, PNG, HEIC or Word (.docx) without macros, 10 MB at most. Send only what you were asked for.',
  button: 'Send this file',
  received: 'Your file has arrived.',
  safety:
    'It is encrypted, and checked for viruses before anyone on our team can open it. It is erased along with your request.',
  missing: 'Choose a file.',
  full: 'All the files that were asked for have arrived. There is nothing left for you to do.',
  away: 'Sending isn’t possible right now. Nothing was kept: try again in a few minutes.',
  call: 'You can also call us:',
  refusals: {
    'invitation-unknown': 'This link isn’t valid. Check that it is complete, or ask us for another one.',
    'invitation-ended': 'This link is no longer good. Ask us for another one.',
    'too-many': 'All the files that were asked for have already arrived.',
    'too-large': 'This file is over 10 MB. Make it smaller, or send it in several parts.',
    empty: 'This file is empty. Choose another one.',
    kind: 'This is neither a PDF, a JPEG, PNG or HEIC photo, nor a Word document (.docx). Choose another file.',
    macros: 'This document has macros or a program in it. Save it as a PDF, then send the PDF.',
    archive: 'This document can’t be checked. Save it as a PDF, then send the PDF.',
  },
} satisfies Messages['files'];
