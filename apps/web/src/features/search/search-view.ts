import type { Programme } from '@passerelle/contracts';
import type { Segment } from '../../published/search/highlight.ts';

export interface LinkView {
  label: string;
  path: string;
}

/** A document that was found, ready to be shown. */
export interface ResultView {
  /** What it is, and of which topic. */
  kind: string;
  title: Segment[];
  /** Null for what has no page of its own. */
  path: string | null;
  excerpt: Segment[];
  date: { iso: string; text: string } | null;
  /** Of a programme. */
  status: { name: Programme['status']; text: string } | null;
  /** Said of an article that a newer one replaces. */
  notice: string | null;
  /** The newest article on a programme. */
  read: LinkView | null;
}

/** All that changes on the page of results with the question; as JSON, what the page's script asks for. */
export interface SearchView {
  question: string;
  /** Of the document. */
  title: string;
  /** How many were found; empty when nothing was asked. */
  status: string;
  /** Why the results are not quite what was asked for. */
  note: string | null;
  meant: LinkView | null;
  results: ResultView[];
  /** Whether something was asked for and nothing found. */
  nothing: boolean;
  pages: { text: string; previous: string | null; next: string | null } | null;
  /** The same search in the other language. */
  elsewhere: string;
}
