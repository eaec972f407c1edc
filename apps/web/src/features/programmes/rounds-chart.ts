import type { Locale, Round } from '@passerelle/contracts';
import { shortDay } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/format.ts';

/** The room a chart has, in the units of its picture. */
export interface ChartSize {
  width: number;
  height: number;
  /** Days shown at most: the latest. */
  days: number;
}

/** One column: the invitations of a day, all streams together. */
export interface ChartColumn {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where its texts are centred. */
  middle: number;
  day: string;
  year: string;
  value: string;
  isLatest: boolean;
}

/** Room above the columns for their values, and below for their days. */
const ABOVE = 28;
const BELOW = 44;
/** How much of its place a column takes. */
const FILLED = 0.62;

/** Places the columns of a chart of invitations, oldest first; `first` and `last` are calendar days. */
export function roundsChart(locale: Locale, rounds: readonly Round[], { width, height, days }: ChartSize) {
  const sums = new Map<string, number>();
  for (const { date, invitations } of rounds) sums.set(date, (sums.get(date) ?? 0) + invitations);
  const shown = [...sums].sort(([a], [b]) => a.localeCompare(b)).slice(-days);
  const most = Math.max(1, ...shown.map(([, sum]) => sum));
  const place = width / Math.max(1, shown.length);
  const room = height - ABOVE - BELOW;
  const columns = shown.map(([date, sum], index): ChartColumn => {
    const tall = (room * sum) / most;
    return {
      x: rounded(place * (index + (1 - FILLED) / 2)),
      y: rounded(ABOVE + room - tall),
      width: rounded(place * FILLED),
      height: rounded(tall),
      middle: rounded(place * (index + 0.5)),
      day: shortDay(locale, date),
      year: date.slice(0, 4),
      value: numberText(locale, sum),
      isLatest: index === shown.length - 1,
    };
  });
  return { columns, ground: ABOVE + room, first: shown[0]?.[0] ?? '', last: shown.at(-1)?.[0] ?? '' };
}

/** Pictures need no more than a tenth. */
const rounded = (value: number) => Math.round(value * 10) / 10;
