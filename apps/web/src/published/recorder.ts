import { LRUCache } from 'lru-cache';
import type { SnapshotQueries } from './queries.ts';
import { type Answer, type Ask, digestOf, groupOf, type Question } from './question.ts';

/** Questions that have been asked, by key, with the digests of their answers. */
export type Reads = Map<string, string>;

interface Resolved {
  answer: Answer;
  digest: string;
  /** What a derived answer was made from; empty for the others. */
  from: Reads;
}

/** Answers kept within one state of the snapshot, in characters: cards and lists are asked over and over. */
const CACHE_SIZE = 24_000_000;

/** Whole articles kept: each is asked for by its own page alone, a few times over, and pages are rendered side by side. */
const ARTICLES_KEPT = 64;

const NOTHING: Reads = new Map();

/** The name of a question: the same question, the same key. */
const keyOf = (question: Question): string => JSON.stringify(question);
/** The question a key names: keys are JSON, made here alone. */
export const questionOf = (key: string): Question => JSON.parse(key);

/** Answers questions and writes down, for each page, which ones it asked and what came of them. */
export function createRecorder(queries: SnapshotQueries) {
  const cache = new LRUCache<string, Resolved>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ answer }, key) => key.length + sizeOf(answer),
  });

  // Apart: they would push out what every page asks for.
  const articles = new LRUCache<string, Resolved>({ max: ARTICLES_KEPT });

  function resolve(key: string, question: Question): Resolved {
    const kept = isArticle(question) ? articles : cache;
    const known = kept.get(key);
    if (known) return known;
    const from: Reads = groupOf(question) === null ? new Map() : NOTHING;
    const answer = queries.answer(question, askFor(from));
    const resolved = { answer, digest: digestOf(answer), from };
    kept.set(key, resolved);
    return resolved;
  }

  function askFor(reads: Reads): Ask {
    return (question) => {
      const key = keyOf(question);
      const { answer, digest } = resolve(key, question);
      reads.set(key, digest);
      return answer;
    };
  }

  return {
    /** Asks on behalf of a page that is being rendered; what it asked is collected in `reads`. */
    askFor,
    /** The answer as it is now, by its digest, and what it was derived from. */
    resolve: (key: string): Pick<Resolved, 'digest' | 'from'> => resolve(key, questionOf(key)),
    /** To be called when the snapshot has changed. */
    forget(): void {
      queries.forget();
      cache.clear();
      articles.clear();
    },
  };
}
export type Recorder = ReturnType<typeof createRecorder>;

const isArticle = (question: Question): boolean => question[0] === 'entry' && question[1] === 'article';

const sizeOf = (answer: Answer): number => {
  if (answer === null || typeof answer === 'number') return 1;
  return typeof answer === 'string' ? answer.length + 1 : answer.length * 30 + 1;
};
