import type { PublishedRow } from '../../site/adapters/published-rows.ts';
import type { Problem } from '../../site/domain/public-entry.ts';
import { differences } from '../domain/guide-rules.ts';
import { readGuide } from './guide-version.ts';

/** Marks a question or page that isn't the same in French and in English. */
export const DIFFERENT_GUIDES = 'different-guides';

/** One guide in two languages: the same questions and pages, the same answers, the same ways. */
export function differentGuides(rows: readonly PublishedRow[]): Problem[] {
  const [one, ...others] = rows.flatMap((row) => readGuide(row) ?? []);
  if (one === undefined) return [];
  return others.flatMap((other) =>
    differences(one, other).map(({ list, title }) => ({
      path: [list],
      place: [list, title],
      message: DIFFERENT_GUIDES,
      code: 'custom',
    })),
  );
}
