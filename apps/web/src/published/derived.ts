import type { EntryKind, EntryOf, Locale } from '@passerelle/contracts';
import { issuesInOrder } from './issue-order.ts';
import { linkTerms, namesOf, type TermName } from './named-terms.ts';
import { neighboursOf, spanOf } from './paging.ts';
import { latestOpened } from './poll-order.ts';
import { type Ask, idsIn } from './question.ts';
import { roundsInOrder } from './rounds.ts';

/** Answers made from other answers: pages that ask for them are stale only when what came of it differs. */

function entryOf<K extends EntryKind>(kind: K, id: string, locale: Locale, ask: Ask): EntryOf<K> | undefined {
  const json = ask(['entry', kind, id, locale]);
  // The snapshot holds what the contract has parsed; it is read back as that type.
  return typeof json === 'string' ? JSON.parse(json) : undefined;
}

function everyEntry<K extends EntryKind>(kind: K, locale: Locale, ask: Ask): EntryOf<K>[] {
  return idsIn(ask(['ids', kind, locale]))
    .map((id) => entryOf(kind, id, locale, ask))
    .filter((entry) => entry !== undefined);
}

/** The document id of the open poll that opened last. */
export function openPoll(locale: Locale, ask: Ask): string | null {
  return latestOpened(everyEntry('poll', locale, ask))?.documentId ?? null;
}

/** The document ids of a programme's rounds, newest first. */
export function roundIds(locale: Locale, programme: string, ask: Ask): readonly string[] {
  const rounds = everyEntry('round', locale, ask).filter((round) => round.programme === programme);
  return roundsInOrder(rounds).map(({ documentId }) => documentId);
}

/** The document ids of the newsletter's archive, newest first. */
export function issueIds(locale: Locale, ask: Ask): readonly string[] {
  return issuesInOrder(everyEntry('issue', locale, ask)).map(({ documentId }) => documentId);
}

/** One page of them and its neighbours, as JSON; null where there is no such page. */
export function issuePage(locale: Locale, page: number | null, size: number, ask: Ask): string | null {
  const oldestFirst = idsIn(ask(['issue-ids', locale])).toReversed();
  const span = spanOf(page, oldestFirst.length, size);
  if (!span) return null;
  const ids = oldestFirst.slice(span.start, span.end).toReversed();
  return JSON.stringify({ ids, ...neighboursOf(page, oldestFirst.length, size) });
}

/** Every way to write every term, as JSON: what a definition says is no part of it. */
export function termNames(locale: Locale, ask: Ask): string {
  return JSON.stringify(everyEntry('term', locale, ask).flatMap(namesOf));
}

/** The ways to write those terms that an article names, as JSON. */
export function termsNamed(locale: Locale, article: string, ask: Ask): string {
  const names = namesIn(ask(['term-names', locale]));
  const entry = names.length === 0 ? undefined : entryOf('article', article, locale, ask);
  const { linked } = linkTerms(entry?.body ?? [], names, (slug) => slug);
  return JSON.stringify(names.filter(({ slug }) => linked.includes(slug)));
}

/** The names in an answer of the two questions above. */
export function namesIn(answer: ReturnType<Ask>): TermName[] {
  return typeof answer === 'string' ? JSON.parse(answer) : [];
}
