import { describe, expect, it } from 'vitest';
import { confirmFault, ends, type MailedToken, manages, type TokenPurpose } from './tokens.ts';

const NOW = 1_000_000;
const token = (purpose: TokenPurpose, more: Partial<MailedToken> = {}): MailedToken => ({
  subscriber: 's',
  purpose,
  emailIndex: null,
  expiresAt: null,
  usedAt: null,
  ...more,
});

describe('a token that confirms', () => {
  it.each(['confirm', 'change-address'] as const)('%s is good until it expires or is used', (purpose) => {
    expect(confirmFault(token(purpose, { expiresAt: NOW + 1 }), NOW)).toBeNull();
    expect(confirmFault(token(purpose, { expiresAt: NOW }), NOW)).toBe('expired');
    expect(confirmFault(token(purpose, { usedAt: 1, expiresAt: NOW - 1 }), NOW)).toBe('already-done');
  });

  it.each([null, token('manage'), token('unsubscribe')])('is none of these: %j', (other) => {
    expect(confirmFault(other, NOW)).toBe('unknown-subject');
  });
});

it('what confirms neither manages nor ends; what ends alone does not manage', () => {
  for (const purpose of ['confirm', 'change-address'] as const) {
    expect(manages(token(purpose), NOW)).toBe(false);
    expect(ends(token(purpose))).toBe(false);
  }
  expect(manages(token('unsubscribe'), NOW)).toBe(false);
  expect(ends(token('unsubscribe'))).toBe(true);
  expect(manages(token('manage'), NOW)).toBe(true);
});

it('one that has expired ends a subscription, and shows nothing', () => {
  expect(manages(token('manage', { expiresAt: NOW }), NOW)).toBe(false);
  expect(ends(token('manage', { expiresAt: NOW }))).toBe(true);
});
