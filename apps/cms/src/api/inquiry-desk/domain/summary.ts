import type { DeskPerson, InquirySummary } from '@passerelle/contracts';
import type { BusinessCalendar } from '../../inquiry/domain/business-time.ts';
import { dueColour } from '../../inquiry/domain/due.ts';
import type { InquiryContent, InquiryState } from '../../inquiry/domain/inquiry.ts';

const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** An inquiry as lists show it. */
export function summaryOf(
  calendar: BusinessCalendar,
  state: InquiryState,
  { name, nextAction }: Pick<InquiryContent, 'name' | 'nextAction'>,
  { people, now }: { people: ReadonlyMap<number, DeskPerson>; now: number },
): InquirySummary {
  const { receivedAt, changedAt, due, assignee, ...rest } = state;
  const { id, reference, version, status, priority, language, programme, tags, suspicions, legalHold } = rest;
  return {
    ...{ id, reference, version, status, priority, language, programme, tags, suspicions, legalHold },
    name,
    nextAction,
    assignee: assignee === null ? null : (people.get(assignee) ?? { id: assignee, name: `#${assignee}` }),
    receivedAt: new Date(receivedAt).toISOString(),
    changedAt: new Date(changedAt).toISOString(),
    dueAt: instantOf(due.dueAt),
    due: dueColour(calendar, due, now),
  };
}
