import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createQuebecHolidays } from '../api/inquiry/adapters/holidays.ts';
import { deskSettingOf } from '../api/inquiry/domain/desk-setting.ts';
import { readDeskSeed } from './desk-files.ts';

const { setting, templates } = readDeskSeed(join(import.meta.dirname, '../../seed'));

it('closes at noon on Fridays', () => {
  const { calendar } = deskSettingOf(setting, () => false);
  expect(calendar.week.map((hours) => hours?.closes ?? null)).toEqual([
    1020,
    1020,
    1020,
    1020,
    720,
    null,
    null,
  ]);
});

it('lists Québec’s holidays of 2026 and 2027, no more and no fewer', () => {
  // CQLR, c. N-1.1, s. 60 (Good Friday rather than Easter Monday) and c. F-1.1, s. 2.
  const written = ['01-01', '04-03', '05-18', '06-24', '07-01', '09-07', '10-12', '12-25'].map(
    (day) => `2026-${day}`,
  );
  const next = ['01-01', '03-26', '05-24', '06-24', '07-01', '09-06', '10-11', '12-25'].map(
    (day) => `2027-${day}`,
  );
  expect(setting?.closedDays.map(({ day }) => day)).toEqual([...written, ...next]);
  const isHoliday = createQuebecHolidays();
  const days = Array.from({ length: 730 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  expect(days.filter(isHoliday)).toEqual([...written, ...next]);
});

it('has templates of both kinds, one of which asks for files', () => {
  expect(templates.map(({ replyKind }) => replyKind)).toEqual(
    expect.arrayContaining(['information', 'advice']),
  );
  expect(templates.some(({ asksForFiles }) => asksForFiles)).toBe(true);
  for (const template of templates) expect(template['fr-CA'].body).not.toBe(template['en-CA'].body);
});
