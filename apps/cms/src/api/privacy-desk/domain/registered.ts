import type { RegisteredRequest } from '@passerelle/contracts';
import { colourOf, daysLeftOf, isLate } from '../../../privacy/domain/clock.ts';

/** A request of the register as it is kept; instants are milliseconds since 1970. */
interface Kept extends Pick<RegisteredRequest, 'id' | 'reference' | 'kind' | 'status' | 'language'> {
  receivedAt: number;
  dueAt: number;
  closedAt: number | null;
  closedBy: string | null;
}

/** A request as the register shows it. */
export function registeredOf(
  { id, reference, kind, status, language, receivedAt, dueAt, closedAt, closedBy }: Kept,
  now: number,
): RegisteredRequest {
  return {
    ...{ id, reference, kind, status, language, closedBy },
    receivedAt: new Date(receivedAt).toISOString(),
    dueAt: new Date(dueAt).toISOString(),
    daysLeft: daysLeftOf({ status, dueAt }, now),
    colour: colourOf({ status, dueAt }, now),
    late: isLate({ status, dueAt }, now),
    closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
  };
}
