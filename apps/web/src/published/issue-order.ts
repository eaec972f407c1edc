import { type Issue, issueEditionSchema } from '@passerelle/contracts';

const RHYTHMS = issueEditionSchema.options;

/** Issues newest first; those of one instant in the order of their rhythm, so that it never depends on chance. */
export function issuesInOrder(issues: readonly Issue[]): Issue[] {
  return issues.toSorted(
    (a, b) =>
      Date.parse(b.sentAt) - Date.parse(a.sentAt) ||
      RHYTHMS.indexOf(a.edition) - RHYTHMS.indexOf(b.edition) ||
      (a.documentId < b.documentId ? -1 : 1),
  );
}
