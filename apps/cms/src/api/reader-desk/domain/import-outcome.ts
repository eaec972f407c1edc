import type { ImportOutcome } from '@passerelle/contracts';
import type { StoredStatus } from '../../subscriber/domain/subscriber.ts';

/** What is to become of a row whose address is well-formed and new in its file. */
export function importOutcome(
  status: StoredStatus | null,
  { suppressed, proven }: { suppressed: boolean; proven: boolean },
): Exclude<ImportOutcome, 'duplicate' | 'refused'> {
  if (suppressed || status === 'suppressed') return 'suppressed';
  switch (status) {
    case null:
      return proven ? 'added' : 'unproven';
    case 'active':
      return 'already';
    case 'unsubscribed':
      return 'ended';
    case 'pending':
    case 'unproven':
      return proven ? 'updated' : 'already';
  }
}
