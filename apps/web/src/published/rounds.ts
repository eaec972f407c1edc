import type { Round } from '@passerelle/contracts';

/**
 * Rounds newest first; those of one day by their stream, then as they are numbered. The document id decides
 * between equals, so that the order never depends on chance.
 */
export function roundsInOrder(rounds: readonly Round[]): Round[] {
  const byText = (a: string | null, b: string | null) => (a ?? '').localeCompare(b ?? '', 'fr-CA');
  return rounds.toSorted(
    (a, b) =>
      b.date.localeCompare(a.date) ||
      byText(a.stream, b.stream) ||
      byText(b.number, a.number) ||
      (a.documentId < b.documentId ? -1 : 1),
  );
}
