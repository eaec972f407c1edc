import { expect, it } from 'vitest';
import { exclusionOf, type Segment } from './exclusion.ts';
import type { Subscriber } from './subscriber.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const reader: Subscriber = {
  id: 'id',
  emailIndex: 'index',
  wrappedKey: 'key',
  kid: 'kid',
  email: 'sealed',
  newEmail: null,
  manageToken: 'sealed',
  locale: 'fr-CA',
  topics: ['studies'],
  programmes: [],
  frequency: 'weekly',
  status: 'active',
  pausedUntil: null,
  wording: 'newsletter-1',
  page: '/',
  formVersion: '1',
  joinedAt: NOW - 2,
  askedAt: NOW - 2,
  mailedAt: null,
  confirmedAt: NOW - 1,
  endedAt: null,
  lastIssueAt: null,
  evidence: null,
};
const because = (given: Partial<Subscriber>, segment: Segment = {}, suppressed = false) =>
  exclusionOf({ ...reader, ...given }, segment, { suppressed, now: NOW });

it.each<[Partial<Subscriber>, Segment, string | null]>([
  [{}, {}, null],
  [{ status: 'pending' }, {}, 'unconfirmed'],
  [{ status: 'unsubscribed' }, {}, 'unsubscribed'],
  [{ status: 'suppressed' }, {}, 'suppressed'],
  [{ status: 'unproven' }, {}, 'unconfirmed'],
  [{ pausedUntil: NOW + 1 }, {}, 'paused'],
  [{ pausedUntil: NOW }, {}, null],
  [{ status: 'unsubscribed', pausedUntil: NOW + 1 }, {}, 'unsubscribed'],
  [{}, { locale: 'en-CA' }, 'other-locale'],
  [{}, { locale: 'fr-CA', frequency: 'weekly', topics: ['work', 'studies'] }, null],
  [{}, { frequency: 'daily' }, 'other-frequency'],
  [{}, { topics: ['work'] }, 'other-topic'],
  [{ topics: [] }, { topics: ['work'] }, null],
  [{ programmes: ['pstq'] }, { programmes: ['peq'] }, 'outside-segment'],
  [{}, { joinedFrom: new Date(NOW) }, 'outside-segment'],
  [{}, { joinedFrom: new Date(NOW - 1) }, null],
  [{}, { joinedBefore: new Date(NOW - 1) }, 'outside-segment'],
  [{}, { joinedBefore: new Date(NOW) }, null],
])('%j in %j: %s', (given, segment, reason) => {
  expect(because(given, segment)).toBe(reason);
});

it('an address that is suppressed is, whatever its reader is', () => {
  expect(because({}, {}, true)).toBe('suppressed');
});
