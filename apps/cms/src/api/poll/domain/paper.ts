import { type Locale, localeSchema, type Poll } from '@passerelle/contracts';
import { z } from 'zod';
import { termOf } from './course.ts';
import { isTypoFix } from './typo-fix.ts';

/** A text as the first voters had it, and as it is now. */
const wordingSchema = z.object({ first: z.string(), now: z.string() });
type Wording = z.infer<typeof wordingSchema>;

/** What ballots are cast on: everything whose change would give them another meaning. Instants in ms. */
export const paperSchema = z.object({
  selection: z.string(),
  min: z.int(),
  max: z.int(),
  keys: z.array(z.string()),
  opensAt: z.number().nullable(),
  closesAt: z.number().nullable(),
  texts: z.partialRecord(
    localeSchema,
    z.object({ question: wordingSchema, options: z.array(wordingSchema) }),
  ),
});
export type Paper = z.infer<typeof paperSchema>;

/** A text that was put right. `place` is an option's key; null for the question. */
export interface Relabelling {
  locale: Locale;
  place: string | null;
  from: string;
  to: string;
}

/** Why a publication is refused: see the rules in `i18n/`. */
export type PaperRefusal = 'poll-fixed' | 'poll-meaning' | 'poll-dates' | 'poll-closes-in-past';

/** How far a poll has come: `settled` once a ballot was cast or the poll counted out. */
export interface PaperStanding {
  settled: boolean;
  closed: boolean;
  now: number;
}

/** What of a poll makes its paper. */
type OnPaper = Pick<
  Poll,
  'locale' | 'question' | 'options' | 'selection' | 'min' | 'max' | 'opensAt' | 'closesAt'
>;

/** The paper of a poll, from its public languages. @throws when there is none. */
export function paperOf(polls: readonly OnPaper[]): Paper {
  const [poll] = polls;
  if (poll === undefined) throw new Error('A poll that is public nowhere has no paper');
  const { selection, min, max, options } = poll;
  const unchanged = (text: string): Wording => ({ first: text, now: text });
  return {
    ...{ selection, min, max, keys: options.map(({ key }) => key), ...termOf(poll) },
    texts: Object.fromEntries(
      polls.map(({ locale, question, options: labels }) => [
        locale,
        { question: unchanged(question), options: labels.map(({ label }) => unchanged(label)) },
      ]),
    ),
  };
}

/** The paper of an open poll as it is published anew, or why it can't be. */
export function revisePaper(
  paper: Paper,
  polls: readonly OnPaper[],
  { settled, closed, now }: PaperStanding,
): { paper: Paper; relabellings: Relabelling[] } | PaperRefusal {
  const next = paperOf(polls);
  const datesMoved = next.opensAt !== paper.opensAt || (closed && next.closesAt !== paper.closesAt);
  if (datesMoved) return 'poll-dates';
  const closingMoved = next.closesAt !== paper.closesAt;
  if (closingMoved && next.closesAt !== null && next.closesAt <= now) return 'poll-closes-in-past';
  if (!settled) return { paper: next, relabellings: [] };
  if (!sameChoice(paper, next)) return 'poll-fixed';
  const relabellings = relabellingsOf(paper, next);
  if (relabellings === null) return 'poll-meaning';
  return { paper: { ...next, texts: { ...paper.texts, ...textsSince(paper, next) } }, relabellings };
}

function sameChoice(paper: Paper, next: Paper): boolean {
  return (
    paper.selection === next.selection &&
    paper.min === next.min &&
    paper.max === next.max &&
    paper.keys.length === next.keys.length &&
    paper.keys.every((key, place) => next.keys[place] === key)
  );
}

/** A locale's texts in the order question, options. */
function wordings(paper: Paper, locale: Locale): Wording[] | undefined {
  const texts = paper.texts[locale];
  return texts && [texts.question, ...texts.options];
}

/** What was put right in languages that were public before; null when a text says something else than at first. */
function relabellingsOf(paper: Paper, next: Paper): Relabelling[] | null {
  const found: Relabelling[] = [];
  for (const locale of localeSchema.options) {
    const old = wordings(paper, locale);
    const current = wordings(next, locale);
    if (old === undefined || current === undefined) continue;
    for (const [index, { now: to }] of current.entries()) {
      const { first = to, now: from = to } = old[index] ?? {};
      if (!isTypoFix(first, to)) return null;
      if (from !== to) found.push({ locale, place: paper.keys[index - 1] ?? null, from, to });
    }
  }
  return found;
}

/** The new texts, with the first wording of those that had one: small changes must not add up to another meaning. */
function textsSince(paper: Paper, next: Paper): Paper['texts'] {
  const since = (old: Wording | undefined, { now }: Wording): Wording => ({ first: old?.first ?? now, now });
  return Object.fromEntries(
    localeSchema.options.flatMap((locale) => {
      const [old, current] = [paper.texts[locale], next.texts[locale]];
      if (current === undefined) return [];
      const options = current.options.map((label, place) => since(old?.options[place], label));
      return [[locale, { question: since(old?.question, current.question), options }]];
    }),
  );
}
