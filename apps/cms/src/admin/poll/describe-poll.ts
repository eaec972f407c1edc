import { instantSchema } from '@passerelle/contracts';
import type { PollDesk, PollEvent } from '../../api/poll/domain/answers.ts';
import type { PollTexts } from '../i18n/poll/fr.ts';
import { type Language, localTime } from '../times/local-times.ts';

/** Where a poll stands, in words. `tone` is one of the design system's variants. */
export interface PollDescription {
  tone: 'success' | 'secondary' | 'warning' | 'primary' | 'neutral';
  headline: string;
  /** One sentence each. */
  lines: string[];
}

/** Says where a poll stands the way an editor needs it. */
export function describePoll(
  desk: PollDesk,
  words: PollTexts,
  language: Language,
  now: Date,
): PollDescription {
  const { published, state, opensAt, closesAt, closedAt, countsAt } = desk;
  const said = (instant: string | null, say: (time: ReturnType<typeof localTime>) => string) =>
    instant === null ? [] : [say(localTime(instant, now, language))];
  const closing = said(closesAt, words.closes);
  switch (state) {
    case 'upcoming': {
      if (!published) return { tone: 'neutral', headline: words.unpublished, lines: [words.publishFirst] };
      const comes = opensAt !== null && Date.parse(opensAt) > now.getTime();
      const opening = comes ? said(opensAt, words.opens) : [words.opensSoon];
      return { tone: 'secondary', headline: words.upcoming, lines: [...opening, ...closing] };
    }
    case 'open':
      return {
        tone: 'success',
        headline: words.open,
        lines: closing.length === 0 ? [words.staysOpen] : closing,
      };
    case 'closed':
      return {
        tone: 'warning',
        headline: words.closed,
        lines: [...said(closedAt, words.closedAt), ...said(countsAt, words.countsAt)],
      };
    case 'final':
      return {
        tone: 'primary',
        headline: words.final,
        lines: [...said(closedAt, words.closedAt), words.finalLine],
      };
  }
}

/** One line of a poll's history: what, when, by whom. */
export interface EventDescription {
  what: string;
  when: string;
  who: string;
}

/** Says what happened to a poll. */
export function describeEvent(
  { at, actor, action, detail }: PollEvent,
  words: PollTexts,
  language: Language,
  now: Date,
): EventDescription {
  const closing = action === 'extended' ? instantSchema.safeParse(detail) : undefined;
  const time = closing?.success ? localTime(closing.data, now, language) : null;
  return {
    what: words.events[action](detail, time),
    when: words.when(localTime(at, now, language)),
    who: actor === null ? words.byItself : words.by(actor),
  };
}
