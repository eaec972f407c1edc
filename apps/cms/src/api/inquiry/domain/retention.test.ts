import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inquiryStatusSchema } from '@passerelle/contracts';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { deskSettingOf } from './desk-setting.ts';
import { hasEnded, isRunning } from './life.ts';
import { KEPT, keptDaysOf, purgeLimits } from './retention.ts';

it('erases nothing that is worked on, and one day all that has ended', () => {
  for (const status of inquiryStatusSchema.options) {
    if (isRunning(status)) expect(KEPT[status]).toBeNull();
    if (hasEnded(status)) expect(KEPT[status]?.least).toBeGreaterThan(0);
  }
});

it('has a limit for each status that is erased', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const limits = new Map(purgeLimits(keptDaysOf({}), now).map(({ status, before }) => [status, before]));
  expect(limits.get('spam')).toBe(Date.parse('2026-10-26T12:00:00Z'));
  expect(limits.has('new')).toBe(false);
});

it('keeps for as long as the practice has set, within bounds', () => {
  const never = () => false;
  const { kept } = deskSettingOf(
    { retention: { spam: 10, awaitingClient: 400, closed: 1, converted: 99_999, declined: null } },
    never,
  );
  expect(kept).toMatchObject({
    ...{ spam: 10, 'awaiting-client': 400, closed: 30, converted: 2_555, declined: 180 },
  });
  expect(deskSettingOf(null, never).kept).toEqual(keptDaysOf({}));
});

const component = join(import.meta.dirname, '../../../components/desk/retention.json');
const componentSchema = z.object({
  attributes: z.record(z.string(), z.object({ min: z.int(), max: z.int(), default: z.int() })),
});

it('has the bounds of the form in which they are set', () => {
  const { attributes } = componentSchema.parse(JSON.parse(readFileSync(component, 'utf8')));
  const set = Object.entries(attributes).map(([name, { min, max, default: usual }]) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    { usual, least: min, most: max },
  ]);
  const known = Object.entries(KEPT).filter(([, bounds]) => bounds !== null);
  expect(Object.fromEntries(set)).toEqual(Object.fromEntries(known));
});
