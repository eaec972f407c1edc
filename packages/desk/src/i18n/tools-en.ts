import type { files as filesSource, views as viewsSource } from './tools-fr.ts';

export const views: typeof viewsSource = {
  label: 'My views',
  save: 'Save this view',
  rename: 'Rename the view',
  remove: 'Delete the view',
  removeLine: (name) => `“${name}” is taken from your views. The requests stay.`,
  removed: 'View deleted.',
  makeFirst: 'Open by default',
  notFirst: 'No longer open by default',
  first: (name) => `${name} (default)`,
  changed: 'Noted.',
  name: 'Name of the view',
  hint: 'Filters, order and display are kept, for you alone.',
};

export const files: typeof filesSource = {
  title: 'Files',
  never: 'No file was asked for.',
  received: 'Files received',
  noScanner: 'The virus scanner doesn’t answer: what comes is held until it is back.',
  asked: (actor, at) => `Asked for by ${actor}, ${at}.`,
  came: (received, most) => `Received: ${received} of ${most}.`,
  openUntil: (at) => `The link is good until ${at}.`,
  ended: (at) => `The link ended ${at}.`,
  withdraw: 'Withdraw the invitation',
  withdrawn: 'The invitation is withdrawn: its link is of no more use.',
  invite: 'Ask for files',
  inviteHint:
    'A mail goes out with a protected link, good for 14 days. A new invitation ends the one before.',
  invited: 'The invitation is on its way.',
  most: 'Most files',
  kinds: { pdf: 'PDF', jpeg: 'JPEG', png: 'PNG', heic: 'HEIC', docx: 'Word' },
  states: {
    held: 'Held: the virus scanner hasn’t seen it yet.',
    clean: 'Scanned: nothing suspect.',
    refused: 'Refused: the virus scanner found malware in it. It is destroyed.',
  },
  download: 'Download',
  downloadOf: (name) => `Download ${name}`,
};
