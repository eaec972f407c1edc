import type { PollCounts } from '@passerelle/contracts';

/** Names the form of the text, should it ever become another. */
const FORM = 'passerelle-poll-count 1';

/**
 * The text a final count's hash is taken of, in UTF-8, for anyone to write down and check with `sha256sum`. Each
 * line ends with a line feed: the form's name; `poll`, `closed` and `ballots`, each with a tab and its value; then
 * each option's key, a tab and its count, in the order of the poll.
 *
 * @param closedAt ISO 8601 in UTC, with milliseconds.
 */
export function finalText(poll: string, closedAt: string, { ballots, options }: PollCounts): string {
  const lines = [
    FORM,
    `poll\t${poll}`,
    `closed\t${closedAt}`,
    `ballots\t${ballots}`,
    ...options.map(({ key, count }) => `${key}\t${count}`),
  ];
  return `${lines.join('\n')}\n`;
}
