import { z } from 'zod';
import type { Connection } from '../../../platform/jobs/database.ts';
import { INQUIRIES } from '../../inquiry/adapters/inquiry-rows.ts';
import { type BusinessCalendar, dayOf } from '../../inquiry/domain/business-time.ts';
import type { Counted } from '../../inquiry/domain/percentiles.ts';

const rowsSchema = z.array(
  z.object({
    received_at: z.coerce.number(),
    programme: z.string().nullable(),
    response_minutes: z.number().nullable(),
  }),
);

/** What is never counted: nobody wrote it, or nobody has said they did. */
const NOT_COUNTED = ['spam', 'unconfirmed'];
const DAY_MS = 86_400_000;

/** The inquiries received within days of the practice's calendar, both included, as a report counts them. */
export async function readCounted(
  connection: Connection,
  calendar: BusinessCalendar,
  { from, to }: { from: string; to: string },
): Promise<Counted[]> {
  // A day more on either side: time zones; the days themselves are looked at below.
  const rows = await connection(INQUIRIES)
    .select('received_at', 'programme', 'response_minutes')
    .whereNotIn('status', NOT_COUNTED)
    .whereBetween('received_at', [Date.parse(from) - DAY_MS, Date.parse(to) + 2 * DAY_MS]);
  return rowsSchema
    .parse(rows)
    .map(({ received_at, programme, response_minutes }) => ({
      day: dayOf(calendar, received_at),
      programme,
      minutes: response_minutes,
    }))
    .filter(({ day }) => day >= from && day <= to);
}

const countsSchema = z.object({
  new: z.coerce.number(),
  due_today: z.coerce.number(),
  late: z.coerce.number(),
  spam: z.coerce.number(),
  mine: z.coerce.number(),
});

/** How many are new, due until an instant, late, in the queue of spam, and somebody's own. */
export async function readCounts(
  connection: Connection,
  { now, endOfDay, me }: { now: number; endOfDay: number; me: number },
) {
  const count = (condition: string) => `coalesce(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
  const open = `status IN ('new', 'triaged', 'assigned', 'awaiting-client', 'consultation-booked')`;
  const row: unknown = await connection(INQUIRIES)
    .select(
      connection.raw(`${count(`status = 'new'`)} AS new`),
      connection.raw(`${count('paused_at IS NULL AND due_at >= ? AND due_at <= ?')} AS due_today`, [
        now,
        endOfDay,
      ]),
      connection.raw(`${count('paused_at IS NULL AND due_at < ?')} AS late`, [now]),
      connection.raw(`${count(`status = 'spam'`)} AS spam`),
      connection.raw(`${count(`${open} AND assignee = ?`)} AS mine`, [me]),
    )
    .first();
  return countsSchema.parse(row);
}
