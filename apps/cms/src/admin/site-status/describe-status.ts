import type { SiteStatus } from '../../api/site-status/domain/answers.ts';
import type { Texts } from '../i18n/fr.ts';
import { count, type Language, localTime, seconds } from '../times/local-times.ts';

/** A status in words. `tone` is one of the design system's variants. */
export interface Description {
  tone: 'success' | 'secondary' | 'warning' | 'danger' | 'neutral';
  headline: string;
  /** One sentence each. */
  lines: string[];
  /** How far the build is; null while there is nothing to count. */
  progress: { done: number; total: number } | null;
  /** For whoever mends a failure; null when there is none. */
  detail: string | null;
}

const PLAIN = { progress: null, detail: null } as const;

/** Says a status the way an editor needs it. */
export function describeStatus(status: SiteStatus, texts: Texts, language: Language, now: Date): Description {
  const { status: words, failures } = texts;
  const time = (instant: string) => localTime(instant, now, language);
  switch (status.state) {
    case 'live':
      return { ...PLAIN, tone: 'success', headline: words.live(time(status.since)), lines: [] };
    case 'offline': {
      const line = status.since === null ? words.neverLive : words.withdrawn(time(status.since));
      return { ...PLAIN, tone: 'neutral', headline: words.offline, lines: [line] };
    }
    case 'waiting': {
      const said = status.leaving ? words.waitingToLeaveSince : words.waitingSince;
      const lines = status.since === null ? [] : [said(time(status.since))];
      if (status.late) lines.push(words.late);
      const headline = status.leaving ? words.waitingToLeave : words.waiting;
      return { ...PLAIN, tone: 'warning', headline, lines };
    }
    case 'rolled-back':
      return {
        ...PLAIN,
        tone: 'warning',
        headline: status.leaving ? words.rolledBackToLeave : words.rolledBackHeadline,
        lines: [words.rolledBack(time(status.at)), words.rolledBackNext],
      };
    case 'building': {
      const { pagesWritten: done, pagesTotal: total } = status;
      const elapsed = seconds(status.elapsedMs, language);
      return {
        ...PLAIN,
        tone: 'secondary',
        headline: status.leaving ? words.buildingToLeave : words.building,
        lines: [
          total === 0
            ? words.preparing(elapsed)
            : words.pages(count(done, language), count(total, language), elapsed),
        ],
        progress: total === 0 ? null : { done, total },
      };
    }
    case 'failed': {
      const { why, what } = failures[status.failure.code];
      return {
        tone: 'danger',
        headline: words.failed(why),
        lines: [what, words.failedAt(time(status.at))],
        progress: null,
        detail: status.failure.detail === '' ? null : status.failure.detail,
      };
    }
  }
}
