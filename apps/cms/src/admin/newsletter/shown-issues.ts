import type { IssueLook } from '../../api/newsletter-desk/domain/answers.ts';
import type { DeskAction } from '../../api/newsletter-desk/domain/requests.ts';

/** How many that need nobody are shown. */
const QUIET = 3;

/** What needs a person: it waits for one, is paused, has mails of which nobody knows, or its account is wrong. */
export const needsPerson = ({ state, deliveries, addsUp }: IssueLook): boolean =>
  state === 'held' || state === 'paused' || deliveries.uncertain > 0 || !addsUp;

/** An issue that was to nobody, since there was nothing new. */
const isEmpty = ({ state, prepared }: IssueLook): boolean => state === 'finished' && prepared === 0;

/** What the home page has room for: all that needs a person, then the newest of the others. */
export function shownIssues(issues: readonly IssueLook[]): IssueLook[] {
  const others = issues.filter((issue) => !needsPerson(issue) && !isEmpty(issue));
  return [...issues.filter(needsPerson), ...others.slice(0, QUIET)];
}

/** Actions that can't be taken back, and so are asked about. */
export const isFinal = (action: DeskAction): boolean => action === 'cancel' || action === 'send-again';
