import type { Submissions } from './port.ts';

/** What takes submissions for this request. @throws on pages that are files, which can't take any. */
export function submissionsOf(locals: Pick<App.Locals, 'submissions'>): Submissions {
  if (!locals.submissions) throw new Error('This page was not given what takes submissions.');
  return locals.submissions;
}
