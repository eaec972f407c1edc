import { LRUCache } from 'lru-cache';
import { type Answer, type Ask, digestOf, groupOf, type Question, type SnapshotQueries } from './queries.ts';

/** One question that has been asked: the digest of its answer, who used it, and what it was derived from. */
interface Node {
  question: Question;
  digest: string;
  /** Pages by path, derived questions by key. */
  pages: Set<string>;
  derived: Set<string>;
  from: Set<string>;
}

interface Resolved {
  answer: Answer;
  digest: string;
}

/** Questions that have been asked and the digests of their answers, by key. */
export type Reads = Map<string, { question: Question; digest: string }>;

/** Answers kept within one state of the snapshot, in characters of JSON: cards and lists are asked over and over. */
const CACHE_SIZE = 24_000_000;

const keyOf = (question: Question) => JSON.stringify(question);

/**
 * Remembers which page asked what and what the answer was, and says which pages a change makes stale.
 *
 * A page is stale when the answer to a question it asked differs now. Derived answers (related
 * articles) stand between: when their inputs change but they don't, the pages that use them stay.
 * That is the early cut-off of build systems (Mokhov, Mitchell, Peyton Jones, "Build systems à la
 * carte", 2018); nobody lists dependencies by hand.
 */
export function createReadGraph(queries: SnapshotQueries) {
  const nodes = new Map<string, Node>();
  const groups = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  const readsOf = new Map<string, readonly string[]>();
  const cache = new LRUCache<string, Resolved>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ answer }, key) => key.length + sizeOf(answer),
  });

  function resolve(key: string, question: Question): Resolved {
    const known = cache.get(key);
    if (known) return known;
    const from: Reads = new Map();
    const answer = queries.answer(question, askFor(from));
    const resolved = { answer, digest: digestOf(answer) };
    cache.set(key, resolved);
    if (groupOf(question) === null) linkDerived(key, question, resolved.digest, from);
    return resolved;
  }

  function askFor(reads: Reads): Ask {
    return (question) => {
      const key = keyOf(question);
      const { answer, digest } = resolve(key, question);
      reads.set(key, { question, digest });
      return answer;
    };
  }

  function nodeOf(key: string, question: Question): Node {
    const known = nodes.get(key);
    if (known) return known;
    const node: Node = {
      question,
      digest: '',
      pages: new Set(),
      derived: new Set(),
      from: new Set(),
    };
    nodes.set(key, node);
    addTo(names, question[0], key);
    const group = groupOf(question);
    if (group !== null) addTo(groups, group, key);
    return node;
  }

  function linkDerived(key: string, question: Question, digest: string, from: Reads) {
    const node = nodeOf(key, question);
    node.digest = digest;
    for (const source of node.from) if (!from.has(source)) unlink(source, (it) => it.derived.delete(key));
    for (const [source, read] of from) {
      const inner = nodeOf(source, read.question);
      inner.digest = read.digest;
      inner.derived.add(key);
    }
    node.from = new Set(from.keys());
  }

  function unlink(key: string, remove: (node: Node) => void) {
    const node = nodes.get(key);
    if (!node) return;
    remove(node);
    if (node.pages.size > 0 || node.derived.size > 0) return;
    nodes.delete(key);
    cache.delete(key);
    removeFrom(names, node.question[0], key);
    const group = groupOf(node.question);
    if (group !== null) removeFrom(groups, group, key);
    for (const source of node.from) unlink(source, (it) => it.derived.delete(key));
  }

  return {
    /** Asks on behalf of a page that is being rendered; what it asked is collected in `reads`. */
    askFor,

    /** Takes over what a page has read; what it read before is forgotten. */
    setPage(path: string, reads: Reads): void {
      const before = readsOf.get(path) ?? [];
      for (const [key, { question, digest }] of reads) {
        // A derived answer's own reads may have been forgotten while this page was rendered.
        if (groupOf(question) === null && !nodes.has(key)) resolve(key, question);
        const node = nodeOf(key, question);
        node.digest = digest;
        node.pages.add(path);
      }
      for (const key of before) if (!reads.has(key)) unlink(key, (node) => node.pages.delete(path));
      readsOf.set(path, [...reads.keys()]);
    },

    dropPage(path: string): void {
      for (const key of readsOf.get(path) ?? []) unlink(key, (node) => node.pages.delete(path));
      readsOf.delete(path);
    },

    /** The questions under a name that some page has asked, as `asset` for the images shown. */
    asked(name: Question[0]): Question[] {
      const keys = names.get(name) ?? [];
      return [...keys].map((key) => nodes.get(key)?.question).filter((question) => question !== undefined);
    },

    /** The pages whose reads answer differently now that these groups were touched. */
    stale(touched: Iterable<string>): Set<string> {
      queries.forget();
      cache.clear();
      const pages = new Set<string>();
      const queue = [...touched].flatMap((group) => [...(groups.get(group) ?? [])]);
      const seen = new Set<string>();
      for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
        const node = nodes.get(key);
        if (!node || seen.has(key)) continue;
        seen.add(key);
        const before = node.digest;
        node.digest = resolve(key, node.question).digest;
        if (node.digest === before) continue;
        for (const page of node.pages) pages.add(page);
        queue.push(...node.derived);
      }
      return pages;
    },
  };
}
export type ReadGraph = ReturnType<typeof createReadGraph>;

const sizeOf = (answer: Answer): number => {
  if (answer === null || typeof answer === 'number') return 1;
  return typeof answer === 'string' ? answer.length + 1 : answer.length * 30 + 1;
};

function addTo(sets: Map<string, Set<string>>, name: string, key: string): void {
  const keys = sets.get(name);
  if (keys) keys.add(key);
  else sets.set(name, new Set([key]));
}

function removeFrom(sets: Map<string, Set<string>>, name: string, key: string): void {
  const keys = sets.get(name);
  keys?.delete(key);
  if (keys?.size === 0) sets.delete(name);
}
