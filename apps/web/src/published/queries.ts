import { LRUCache } from 'lru-cache';
import { issueIds, issuePage, openPoll, roundIds, termNames, termsNamed } from './derived.ts';
import { neighboursOf, spanOf } from './paging.ts';
import type { Answer, Ask, Question } from './question.ts';
import { type RelatedSubject, relatedIds } from './related.ts';
import { EVERY_ARTICLE, type SnapshotDatabase } from './snapshot.ts';
import { socialCard } from './social-card.ts';

/** An article's place in a list: when it was published, and its id. */
interface ListedArticle {
  at: string;
  id: string;
}

type Subject = RelatedSubject & {
  pinnedRelated: string[];
  /** Everything of it that its neighbours' related articles are made of, as text. */
  weighed: string;
};
const SUBJECTS_KEPT = 12_000;

const RELATED = { limit: 4, reach: 6 } as const;

/** Answers questions from the snapshot. Prepared once; each answer is one indexed look-up. */
export function snapshotQueries(database: SnapshotDatabase) {
  const column = <P extends unknown[]>(sql: string) => database.prepare<P, string>(sql).pluck();
  const entry = column<[string, string, string]>(
    'SELECT json FROM entry WHERE kind = ? AND id = ? AND locale = ?',
  );
  const slug = column<[string, string, string]>(
    'SELECT slug FROM entry WHERE kind = ? AND id = ? AND locale = ?',
  );
  const idBySlug = column<[string, string, string]>(
    'SELECT id FROM entry INDEXED BY entry_slug WHERE kind = ? AND locale = ? AND slug = ?',
  );
  const ids = column<[string, string]>('SELECT id FROM entry WHERE kind = ? AND locale = ? ORDER BY id');
  const card = column<[string, string]>('SELECT json FROM card WHERE locale = ? AND id = ?');
  const listing = database.prepare<[string, string], ListedArticle>(
    'SELECT published_at AS at, id FROM listing WHERE locale = ? AND term = ? ORDER BY published_at, id',
  );
  const asset = column<[string]>('SELECT picture FROM asset WHERE url = ?');

  // Lists are asked for many times over, in pieces; `forget` drops them when content changes.
  const lists = new Map<string, readonly ListedArticle[]>();
  function listOf(locale: string, term: string): readonly ListedArticle[] {
    const key = `${locale}/${term}`;
    const known = lists.get(key);
    if (known) return known;
    const list = listing.all(locale, term);
    lists.set(key, list);
    return list;
  }

  // Each article is a neighbour of dozens of others.
  const subjects = new LRUCache<string, Subject>({ max: SUBJECTS_KEPT });
  function subjectOf(locale: string, id: string): Subject | null {
    const known = subjects.get(`${locale}/${id}`);
    if (known) return known;
    const json = card.get(locale, id);
    if (json === undefined) return null;
    // What the snapshot holds was made by `cardOf` when it was written; it is read back as it is.
    const stored: Omit<Subject, 'weighed'> = JSON.parse(json);
    const { documentId, category, tags, programmes, publishedAt, superseded } = stored;
    const weighed = JSON.stringify([documentId, category, tags, programmes, publishedAt, superseded]);
    const subject: Subject = {
      ...{ documentId, category, tags, programmes, publishedAt, superseded, weighed },
      pinnedRelated: stored.pinnedRelated,
    };
    subjects.set(`${locale}/${id}`, subject);
    return subject;
  }

  /** The articles of a term nearest to a place in its list, on both sides, without the one that stands there. */
  function near(locale: string, term: string, place: ListedArticle, reach: number): Subject[] {
    const list = listOf(locale, term);
    const here = positionOf(list, place);
    return list
      .slice(Math.max(0, here - reach), here + reach + 1)
      .map(({ id }) => (id === place.id ? null : subjectOf(locale, id)))
      .filter((subject) => subject !== null);
  }

  function related(locale: string, id: string, ask: Ask): readonly string[] {
    const own = ask(['card', locale, id]);
    const subject = own === null ? null : subjectOf(locale, id);
    if (!subject) return [];
    const terms = [
      ...subject.programmes.map((programme) => `programme:${programme}`),
      ...subject.tags.map((tag) => `tag:${tag}`),
      ...(subject.category === null ? [] : [`category:${subject.category}`]),
    ];
    const candidates = new Map<string, RelatedSubject>();
    for (const term of terms) {
      // Asked for the record; what it weighs is what `near` gives.
      ask(['around', locale, term, subject.publishedAt, id, RELATED.reach]);
      const place = { at: subject.publishedAt, id };
      for (const candidate of near(locale, term, place, RELATED.reach))
        candidates.set(candidate.documentId, candidate);
    }
    return relatedIds(subject, subject.pinnedRelated, [...candidates.values()], RELATED.limit);
  }

  function answer(question: Question, ask: Ask): Answer {
    switch (question[0]) {
      case 'entry':
        return entry.get(question[1], question[2], question[3]) ?? null;
      case 'slug':
        return slug.get(question[1], question[2], question[3]) ?? null;
      case 'id-by-slug':
        return idBySlug.get(question[1], question[2], question[3]) ?? null;
      case 'ids':
        return ids.all(question[1], question[2]);
      case 'card':
        return card.get(question[1], question[2]) ?? null;
      case 'count':
        return listOf(question[1], question[2]).length;
      case 'page': {
        const [, locale, term, page, size] = question;
        const list = listOf(locale, term);
        const span = spanOf(page, list.length, size);
        if (!span) return null;
        const ids = newestFirst(list.slice(span.start, span.end));
        return JSON.stringify({ ids, ...neighboursOf(page, list.length, size) });
      }
      case 'span':
        return newestFirst(listOf(question[1], question[2]).slice(question[3], question[4]));
      case 'latest': {
        const list = listOf(question[1], question[2]);
        return newestFirst(list.slice(Math.max(0, list.length - question[3])));
      }
      case 'since': {
        const list = listOf(question[1], EVERY_ARTICLE);
        return newestFirst(list.slice(positionOf(list, { at: question[2], id: '' })));
      }
      case 'around':
        return near(question[1], question[2], { at: question[3], id: question[4] }, question[5])
          .map(({ weighed }) => weighed)
          .join();
      case 'related':
        return related(question[1], question[2], ask);
      case 'open-poll':
        return openPoll(question[1], ask);
      case 'rounds':
        return roundIds(question[1], question[2], ask);
      case 'issue-ids':
        return issueIds(question[1], ask);
      case 'issue-page':
        return issuePage(question[1], question[2], question[3], ask);
      case 'term-names':
        return termNames(question[1], ask);
      case 'terms-named':
        return termsNamed(question[1], question[2], ask);
      case 'asset':
        return asset.get(question[1]) ?? null;
      case 'social':
        return socialCard(question[1], question[2], ask);
    }
  }

  return {
    answer,
    /** Drops what was kept of the content; to be called when it has changed. */
    forget(): void {
      lists.clear();
      subjects.clear();
    },
  };
}
export type SnapshotQueries = ReturnType<typeof snapshotQueries>;

const newestFirst = (list: readonly ListedArticle[]): string[] => list.map(({ id }) => id).reverse();

/** Where an article stands, or would stand, in a list sorted by time and id. */
function positionOf(list: readonly ListedArticle[], { at, id }: ListedArticle): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there && (there.at < at || (there.at === at && there.id < id))) low = middle + 1;
    else high = middle;
  }
  return low;
}
