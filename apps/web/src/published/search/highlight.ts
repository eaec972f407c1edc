import type { Locale } from '@passerelle/contracts';
import type { Question, Term } from './question.ts';
import { everyStem, type StemmedWord, stemmedWords } from './stems.ts';

/** A piece of text; `mark` says that it is what was asked for. */
export interface Segment {
  text: string;
  mark: boolean;
}

/** Characters of an excerpt, about three lines. */
const EXCERPT = 220;
/** Characters before the first marked word, at most. */
const LEAD = 40;

/** A stretch of a text that answers to a term of the question, by the term's number. */
interface Hit {
  start: number;
  end: number;
  term: number;
}

/** A text with what was asked for marked in it. */
export function highlight(text: string, { terms }: Question, locale: Locale): Segment[] {
  return segments(text, 0, text.length, hitsIn(text, terms, locale));
}

/**
 * The part of a document that answers best: its summary, unless the body holds more of what was asked for.
 * Empty when it has neither.
 */
export function excerpt(summary: string, body: string, { terms }: Question, locale: Locale): Segment[] {
  const inSummary = hitsIn(summary, terms, locale);
  const inBody = hitsIn(body, terms, locale);
  const window = bestWindow(body, inBody);
  const beyond = window && differentTerms(window.hits) > differentTerms(inSummary);
  if (!beyond && summary !== '') return segments(summary, 0, summary.length, inSummary);
  const { start, end } = window ?? { start: 0, end: Math.min(EXCERPT, body.length) };
  const from = start === 0 ? 0 : wordStart(body, start);
  const to = end >= body.length ? body.length : wordEnd(body, end);
  const shown = segments(body, from, to, inBody);
  return [
    ...(from > 0 ? [{ text: '… ', mark: false }] : []),
    ...shown,
    ...(to < body.length ? [{ text: ' …', mark: false }] : []),
  ];
}

const differentTerms = (hits: readonly Hit[]): number => new Set(hits.map(({ term }) => term)).size;

function hitsIn(text: string, terms: readonly Term[], locale: Locale): Hit[] {
  const words = stemmedWords(text, locale);
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const hit = hitAt(words, at, terms);
    if (!hit) continue;
    hits.push(hit);
    while ((words[at + 1]?.start ?? hit.end) < hit.end) at += 1;
  }
  return hits;
}

function hitAt(words: readonly StemmedWord[], at: number, terms: readonly Term[]): Hit | undefined {
  const word = words[at];
  if (!word) return undefined;
  for (const [term, { names }] of terms.entries()) {
    const name = names.find((stems) => stems.every((stem, index) => words[at + index]?.stem === stem));
    const last = name && words[at + name.length - 1];
    if (last) return { start: word.start, end: last.end, term };
  }
  const term = terms.findIndex(({ stems, prefix }) => answers(word, stems, prefix));
  return term < 0 ? undefined : { start: word.start, end: word.end, term };
}

const answers = (word: StemmedWord, stems: ReadonlySet<string>, prefix: string | undefined): boolean =>
  everyStem(word).some((stem) => stems.has(stem)) || (prefix !== undefined && word.folded.startsWith(prefix));

/** The stretch of about an excerpt's length with the most different terms, then the most hits; the first such. */
function bestWindow(text: string, hits: readonly Hit[]) {
  let best: { start: number; end: number; hits: Hit[]; weight: number } | undefined;
  for (const [index, first] of hits.entries()) {
    const within: Hit[] = [];
    for (let at = index; at < hits.length; at += 1) {
      const hit = hits[at];
      if (!hit || hit.end > first.start + EXCERPT - LEAD) break;
      within.push(hit);
    }
    const weight = differentTerms(within) * 100 + Math.min(within.length, 50);
    if (best && weight <= best.weight) continue;
    const start = Math.max(0, beginningBefore(text, first.start));
    best = { start, end: start + EXCERPT, hits: within, weight };
  }
  return best;
}

/** The beginning of the sentence or line that a place is in, when it is near; else somewhat before the place. */
function beginningBefore(text: string, place: number): number {
  const near = text.slice(Math.max(0, place - LEAD), place);
  const stop = Math.max(near.lastIndexOf('\n'), near.lastIndexOf('. '));
  return stop < 0 ? place - LEAD : place - near.length + stop + 1;
}

const wordStart = (text: string, from: number): number => {
  const space = text.slice(from, from + LEAD).search(/\s/);
  return space < 0 ? from : from + space + 1;
};

const wordEnd = (text: string, to: number): number => {
  const back = text.slice(0, to).search(/\s\S*$/);
  return back < 0 ? to : back;
};

function segments(text: string, from: number, to: number, hits: readonly Hit[]): Segment[] {
  const parts: Segment[] = [];
  const add = (start: number, end: number, mark: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end).replace(/\s*\n\s*/g, ' '), mark });
  };
  let at = from;
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return parts;
}
