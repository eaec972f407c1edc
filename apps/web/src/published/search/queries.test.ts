import { LOCALES, type Locale } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { demoContent } from '../../../tests/support/demo-content.ts';
import { writeSnapshot } from '../../testing/published-with.ts';
import questions from './queries.json' with { type: 'json' };
import { snapshotSearch } from './search.ts';
import type { SearchableEntry } from './searchable.ts';

/** What visitors ask, and what should come first, on the demo content: `queries.json`. */

const search = snapshotSearch(writeSnapshot(':memory:', demoContent()));

const nameOf = (entry: SearchableEntry | undefined): string | undefined =>
  entry && (entry.kind === 'programme' ? `programme ${entry.code}` : `${entry.kind} ${entry.slug}`);

describe.each(LOCALES)('a question in %s', (locale: Locale) => {
  it.each(Object.entries(questions[locale]))('%s → %s', (question, first) => {
    const { hits } = search(locale, question, 1);
    expect(nameOf(hits[0]?.entry)).toBe(first);
  });
});
