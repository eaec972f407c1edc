import { type Poll, type PollCounts, percentages } from '@passerelle/contracts';
import { numberText } from '../../i18n/format.ts';
import { messages } from '../../i18n/index.ts';

/** An option in a table of results, in words and as the length of its bar. */
export interface ResultRow {
  key: string;
  label: string;
  share: string;
  count: string;
  /** Whole percent. */
  width: number;
  /** Nobody has more. */
  leads: boolean;
}

/**
 * The table of a count, in the order of the options; an option the count doesn't know has no votes.
 *
 * With one choice a ballot the shares add up to 100. With several, a share is that of the ballots, and they need not.
 */
export function resultRows(poll: Poll, { ballots, options }: PollCounts): ResultRow[] {
  const { locale } = poll;
  const counted = new Map(options.map(({ key, count }) => [key, count]));
  const counts = poll.options.map(({ key }) => counted.get(key) ?? 0);
  const shares =
    poll.selection === 'single'
      ? percentages(counts)
      : counts.map((count) => (ballots === 0 ? 0 : Math.round((count * 100) / ballots)));
  const most = Math.max(...counts);
  return poll.options.map(({ key, label }, index) => {
    const count = counts[index] ?? 0;
    const share = shares[index] ?? 0;
    return {
      key,
      label,
      share: messages(locale).polls.results.percent(numberText(locale, share)),
      count: numberText(locale, count),
      width: share,
      leads: count > 0 && count === most,
    };
  });
}

/** The table before anything is known of the count: its shape alone, to be filled in. */
export function emptyRows({ options }: Poll): ResultRow[] {
  return options.map(({ key, label }) => ({ key, label, share: '', count: '', width: 0, leads: false }));
}

/** The line under a table: how many voted, and what a share is of where that isn't plain. */
export function ballotsWords({ locale, selection }: Poll, { ballots }: PollCounts): string {
  const t = messages(locale).polls.results;
  const total = t.ballots(numberText(locale, ballots), ballots === 1);
  return selection === 'single' ? total : `${total}. ${t.ofBallots}`;
}
