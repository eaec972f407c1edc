import { daySchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { BusinessCalendar, OpenHours } from './business-time.ts';
import { type KeptDays, keptDaysOf } from './retention.ts';

/** How the practice works its inquiries. */
export interface DeskSetting {
  calendar: BusinessCalendar;
  /** Business days within which an inquiry is answered. */
  responseDays: number;
  /** For how many days inquiries are kept. */
  kept: KeptDays;
}

const TIME_ZONE = 'America/Toronto';
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const NINE_TO_FIVE: OpenHours = { opens: 9 * 60, closes: 17 * 60 };
const USUAL_WEEK = WEEKDAYS.map((_, day) => (day < 5 ? NINE_TO_FIVE : null));
const USUAL_DAYS = 2;

/** Minutes from midnight, of a time as Strapi stores it: `09:30:00.000`. */
const minutesSchema = z
  .string()
  .regex(/^\d{2}:\d{2}/)
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));

const days = z.int().nullish();
const retentionSchema = z
  .object({
    ...{ unconfirmed: days, spam: days, declined: days, referred: days, closed: days, converted: days },
    awaitingClient: days,
  })
  .transform(({ awaitingClient, ...kept }) => keptDaysOf({ ...kept, 'awaiting-client': awaitingClient }));

const storedSchema = z.object({
  responseDays: z.int().min(1).max(20).nullish(),
  openings: z
    .array(z.object({ weekday: z.enum(WEEKDAYS), opensAt: minutesSchema, closesAt: minutesSchema }))
    .default([]),
  closedDays: z.array(z.object({ day: daySchema })).default([]),
  retention: z.preprocess((stored) => stored ?? {}, retentionSchema),
});

/**
 * The setting as content has it. What isn't said, or says that nobody is ever there, is as is usual: on weekdays from nine
 * to five, an answer within two of them.
 *
 * @param stored as Strapi stores it, with its components; null before it has been written.
 */
export function deskSettingOf(stored: unknown, isHoliday: (day: string) => boolean): DeskSetting {
  const { responseDays, openings, closedDays, retention } = storedSchema.parse(stored ?? {});
  const closed = new Set(closedDays.map(({ day }) => day));
  const hours = new Map(
    openings
      .filter(({ opensAt, closesAt }) => opensAt < closesAt)
      .map(({ weekday, opensAt, closesAt }) => [weekday, { opens: opensAt, closes: closesAt }]),
  );
  return {
    calendar: {
      timeZone: TIME_ZONE,
      week: hours.size === 0 ? USUAL_WEEK : WEEKDAYS.map((weekday) => hours.get(weekday) ?? null),
      isHoliday: (day) => closed.has(day) || isHoliday(day),
    },
    responseDays: responseDays ?? USUAL_DAYS,
    kept: retention,
  };
}
