import type { DueColour, InquiryPriority, InquiryStatus } from '@passerelle/contracts';
import { afterOpenTime, type BusinessCalendar, closingAfter, openTime } from './business-time.ts';
import { isRunning } from './life.ts';

/** By when an inquiry is answered (I7). Instants are milliseconds since 1970, durations milliseconds of opening hours. */
export interface Due {
  dueAt: number | null;
  /** While the client is waited for: since when, and how much was left then; less than 0 when it was late. */
  pausedAt: number | null;
  left: number | null;
  /** How long it has been paused in all, until the first answer. */
  paused: number;
}

const NEVER: Due = { dueAt: null, pausedAt: null, left: null, paused: 0 };

/** The target of an inquiry that has just come in. */
export function firstDue(calendar: BusinessCalendar, at: number, days: number): Due {
  return { ...NEVER, dueAt: closingAfter(calendar, at, days) };
}

/**
 * What becomes of the target when an inquiry goes over to another status: it pauses, goes on, begins anew or is over.
 * Where it was answered, it begins anew only when the client has been waited for or the inquiry is taken up again.
 */
export function dueAfterStep(
  calendar: BusinessCalendar,
  due: Due,
  { from, to, at, days }: { from: InquiryStatus; to: InquiryStatus; at: number; days: number },
): Due {
  if (to === 'awaiting-client') return pause(calendar, due, at);
  if (!isRunning(to)) return { ...NEVER, paused: pausedUntil(calendar, due, at) };
  if (isRunning(from)) return due;
  if (due.pausedAt !== null && due.left !== null) return goOn(calendar, due, due.left, at);
  return { ...firstDue(calendar, at, days), paused: pausedUntil(calendar, due, at) };
}

const pausedUntil = (calendar: BusinessCalendar, { paused, pausedAt }: Due, at: number): number =>
  paused + (pausedAt === null ? 0 : openTime(calendar, pausedAt, at));

function pause(calendar: BusinessCalendar, due: Due, at: number): Due {
  if (due.pausedAt !== null) return due;
  const { dueAt, paused } = due;
  if (dueAt === null) return { dueAt, pausedAt: at, left: null, paused };
  const left = dueAt >= at ? openTime(calendar, at, dueAt) : -openTime(calendar, dueAt, at);
  return { dueAt, pausedAt: at, left, paused };
}

function goOn(calendar: BusinessCalendar, due: Due, left: number, at: number): Due {
  // What was late stays as late as it was said to be.
  const dueAt = left <= 0 ? due.dueAt : afterOpenTime(calendar, at, left);
  return { dueAt, pausedAt: null, left: null, paused: pausedUntil(calendar, due, at) };
}

/** An answer was sent: nothing is due any more until the client writes or the inquiry is taken up again. */
export const dueAfterAnswer = (due: Due): Due => ({ ...due, dueAt: null, left: null });

/** How long the first answer took, in minutes of opening hours, without what was paused. */
export function minutesToAnswer(
  calendar: BusinessCalendar,
  { receivedAt, answeredAt, due }: { receivedAt: number; answeredAt: number; due: Due },
): number {
  const taken = openTime(calendar, receivedAt, answeredAt) - pausedUntil(calendar, due, answeredAt);
  return Math.max(0, Math.round(taken / 60_000));
}

/** Half a working day ahead it is time to look. */
const SOON = 4 * 3_600_000;

/** The colour of a target: `soon` when less than four opening hours are left. */
export function dueColour(calendar: BusinessCalendar, { dueAt, pausedAt }: Due, now: number): DueColour {
  if (pausedAt !== null) return 'paused';
  if (dueAt === null) return 'none';
  if (now > dueAt) return 'late';
  return openTime(calendar, now, dueAt) < SOON ? 'soon' : 'ok';
}

/** How an inquiry is ranked when it comes: by the day the visitor says something must be done by. Days are `YYYY-MM-DD`. */
export function firstPriority(deadline: string | null, today: string): InquiryPriority {
  if (deadline === null) return 'normal';
  const days = (Date.parse(deadline) - Date.parse(today)) / 86_400_000;
  if (days < 0) return 'high';
  return days <= 7 ? 'urgent' : days <= 30 ? 'high' : 'normal';
}
