import { expect, test } from 'vitest';
import { poll } from '../../../tests/support/entries.ts';
import { voterCookie, voterCookieName } from './voter-cookie.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const DAY = 86_400;
const lifeOf = (closesAt: string | null) =>
  Number(/Max-Age=(\d+)/.exec(voterCookie(poll('p', { closesAt }), 'id.mac', NOW))?.[1]) / DAY;

test('is held to this host, out of reach of scripts, and of one poll', () => {
  const cookie = voterCookie(poll('p'), 'id.mac', NOW);
  expect(cookie.startsWith(`${voterCookieName(poll('p').documentId)}=id.mac; `)).toBe(true);
  expect(cookie.split('; ').slice(2)).toEqual(['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']);
  expect(voterCookieName('a')).not.toBe(voterCookieName('b'));
});

test('lasts until 60 days after the closing, 400 days at most', () => {
  expect(lifeOf('2026-12-24T12:00:00Z')).toBe(90);
  expect(lifeOf('2026-11-01T12:00:00Z')).toBe(60);
  expect(lifeOf('2030-01-01T12:00:00Z')).toBe(400);
  expect(lifeOf(null)).toBe(400);
});
