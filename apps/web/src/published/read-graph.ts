import { groupOf, type Question } from './question.ts';
import { questionOf, type Reads, type Recorder } from './recorder.ts';

/** One question that has been asked: the digest of its answer, and who used it. */
interface Node {
  key: string;
  group: string | null;
  digest: string;
  /** Pages by path. */
  pages: Set<string>;
  /** Derived questions that used it, and those it was derived from. */
  derived: Set<Node> | undefined;
  from: readonly Node[];
}

/** A question about a social image that pages have asked, and the digest of its answer. */
export interface AskedCard {
  key: string;
  digest: string;
}

/** Tells what a derived answer was made from. */
export type SourcesOf = (key: string) => Reads;

/**
 * Remembers which page asked what and what the answer was, and says which pages a change makes stale.
 *
 * A page is stale when the answer to a question it asked differs now. Derived answers (related
 * articles) stand between: when their inputs change but they don't, the pages that use them stay.
 * That is the early cut-off of build systems (Mokhov, Mitchell, Peyton Jones, "Build systems à la
 * carte", 2018); nobody lists dependencies by hand.
 */
export function createReadGraph(recorder: Recorder) {
  const nodes = new Map<string, Node>();
  const groups = new Map<string, Set<Node>>();
  const images = new Set<Node>();
  const cards = new Set<Node>();
  const readsOf = new Map<string, readonly Node[]>();

  function nodeOf(key: string): Node {
    const known = nodes.get(key);
    if (known) return known;
    const question = questionOf(key);
    const group = groupOf(question);
    const node: Node = { key, group, digest: '', pages: new Set(), derived: undefined, from: [] };
    nodes.set(key, node);
    if (group !== null) addTo(groups, group, node);
    if (question[0] === 'asset') images.add(node);
    if (question[0] === 'social') cards.add(node);
    return node;
  }

  /** A source may be derived itself; what is shared by thousands of pages is linked once, and again by `stale`. */
  function linkDerived(node: Node, sources: Reads): void {
    const before = node.from;
    node.from = [...sources].map(([key, digest]) => {
      const source = nodeOf(key);
      source.digest = digest;
      source.derived ??= new Set();
      source.derived.add(node);
      if (source.group === null && source.from.length === 0) {
        linkDerived(source, recorder.resolve(key).from);
      }
      return source;
    });
    const still = new Set(node.from);
    for (const source of before) if (!still.has(source)) release(source, () => source.derived?.delete(node));
  }

  /** Takes a use away from a question; one that nobody uses is forgotten. */
  function release(node: Node, takeAway: () => void): void {
    takeAway();
    if (node.pages.size > 0 || (node.derived?.size ?? 0) > 0) return;
    nodes.delete(node.key);
    images.delete(node);
    cards.delete(node);
    if (node.group !== null) removeFrom(groups, node.group, node);
    for (const source of node.from) release(source, () => source.derived?.delete(node));
    node.from = [];
  }

  return {
    /** Takes over what a page has read; what it read before is forgotten. */
    setPage(path: string, reads: Reads, sourcesOf: SourcesOf = (key) => recorder.resolve(key).from): void {
      const before = readsOf.get(path) ?? [];
      const now: Node[] = [];
      for (const [key, digest] of reads) {
        const node = nodeOf(key);
        node.digest = digest;
        node.pages.add(path);
        now.push(node);
        if (node.group === null) linkDerived(node, sourcesOf(key));
      }
      for (const node of before) if (!reads.has(node.key)) release(node, () => node.pages.delete(path));
      readsOf.set(path, now);
    },

    dropPage(path: string): void {
      for (const node of readsOf.get(path) ?? []) release(node, () => node.pages.delete(path));
      readsOf.delete(path);
    },

    /** The images that pages have asked for, by their address at the CMS. */
    imagesShown(): string[] {
      return [...images].map(({ key }) => questionOf(key)).flatMap(imageOf);
    },

    /** The social images that pages name. */
    cardsShown: (): Iterable<AskedCard> => cards,

    /** The pages whose reads answer differently now that these groups were touched. */
    stale(touched: Iterable<string>): Set<string> {
      recorder.forget();
      const pages = new Set<string>();
      const queue = [...touched].flatMap((group) => [...(groups.get(group) ?? [])]);
      const seen = new Set<Node>();
      for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
        if (seen.has(node) || nodes.get(node.key) !== node) continue;
        seen.add(node);
        const before = node.digest;
        const { digest, from } = recorder.resolve(node.key);
        node.digest = digest;
        if (node.group === null) linkDerived(node, from);
        if (digest === before) continue;
        for (const page of node.pages) pages.add(page);
        queue.push(...(node.derived ?? []));
      }
      return pages;
    },
  };
}
export type ReadGraph = ReturnType<typeof createReadGraph>;

const imageOf = (question: Question): string[] => (question[0] === 'asset' ? [question[1]] : []);

function addTo<T>(sets: Map<string, Set<T>>, name: string, member: T): void {
  const members = sets.get(name);
  if (members) members.add(member);
  else sets.set(name, new Set([member]));
}

function removeFrom<T>(sets: Map<string, Set<T>>, name: string, member: T): void {
  const members = sets.get(name);
  members?.delete(member);
  if (members?.size === 0) sets.delete(name);
}
