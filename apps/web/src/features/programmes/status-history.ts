import type { Programme, StatusChange } from '@passerelle/contracts';

/**
 * How a programme has stood, newest first: its dated changes, and its present status unless they hold it already.
 * Two changes of one day stand as the editor has put them.
 */
export function statusHistory({ status, since, source, history }: Programme): StatusChange[] {
  const known = history.some((change) => change.status === status && change.from === since);
  const present = known || since === null ? [] : [{ status, from: since, note: null, source }];
  return [...present, ...history].toSorted((a, b) => b.from.localeCompare(a.from));
}
