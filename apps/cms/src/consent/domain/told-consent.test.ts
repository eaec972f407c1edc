import { expect, test } from 'vitest';
import { toldConsent } from './told-consent.ts';

const CONSENT: Parameters<typeof toldConsent>[0] = {
  ...{ sequence: 3, hash: 'a'.repeat(64), kind: 'given', purpose: 'newsletter', wording: 'newsletter-1' },
  ...{ locale: 'fr-CA', page: '/infolettre/', formVersion: '1', actor: 'visitor', detail: null },
  at: new Date('2026-11-24T15:00:00Z'),
};
const WORDING = { label: 'J’accepte', text: 'Je peux y mettre fin.' };

test('a consent is told with the words of its language', () => {
  const wordingOf: Parameters<typeof toldConsent>[1] = (version, locale) =>
    version === 'newsletter-1' && locale === 'fr-CA' ? WORDING : null;
  expect(toldConsent(CONSENT, wordingOf)).toMatchObject({ wording: 'newsletter-1', ...WORDING });
  const gone = { wording: 'newsletter-1', label: null, text: null };
  expect(toldConsent({ ...CONSENT, locale: 'en-CA' }, wordingOf)).toMatchObject(gone);
});

test('who of the staff acted isn’t told, nor what proves the ledger', () => {
  const told = toldConsent({ ...CONSENT, wording: null, actor: 'staff:42' }, () => WORDING);
  expect(told).toMatchObject({ wording: null, text: null, actor: 'staff' });
  expect(JSON.stringify(told)).not.toMatch(/42|sequence|hash/);
});
