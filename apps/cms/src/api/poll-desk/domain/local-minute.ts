/** Swedish writes dates as ISO 8601 does. */
const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Toronto',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant in the newsroom's time: `2026-11-24 09:00`. When clocks go back, two hours look the same. */
export function localMinute(instant: string): string {
  return minute.format(new Date(instant));
}
