import type { Messages } from './fr.ts';

export const formsEn: Messages['forms'] = {
  optional: '(optional)',
  error: 'Error: ',
  summary: 'There is a problem',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  choose: 'Choose…',
  step: (at, of) => `Step ${at} of ${of}`,
  limit: (most) => `Up to ${most} characters.`,
  written: (count) => `Your text has ${count}.`,
  back: 'Back',
  trap: 'Leave this field empty:',
};
