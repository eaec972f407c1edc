import { releaseFailureSchema } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import type { SiteStatus } from '../../api/site-status/domain/answers.ts';
import { en } from '../i18n/en.ts';
import { fr } from '../i18n/fr.ts';
import { describeStatus } from './describe-status.ts';

const now = new Date('2026-11-23T19:30:00Z');
const today = '2026-11-23T19:02:11Z';
const inFrench = (status: SiteStatus) => describeStatus(status, fr, 'fr', now);
const inEnglish = (status: SiteStatus) => describeStatus(status, en, 'en', now);

test('live since', () => {
  expect(inFrench({ state: 'live', since: today }).headline).toBe('En ligne depuis 14:02:11');
  expect(inEnglish({ state: 'live', since: today }).headline).toBe('Live since 14:02:11');
  const march = '2026-03-03T19:02:11Z';
  expect(inFrench({ state: 'live', since: march }).headline).toBe('En ligne depuis le 3 mars 2026, 14:02:11');
});

test('not live: never, or since a time', () => {
  expect(inFrench({ state: 'offline', since: null })).toMatchObject({
    headline: 'Pas en ligne',
    lines: ['Rien n’est publié dans cette langue.'],
  });
  expect(inFrench({ state: 'offline', since: today }).lines).toEqual(['Retiré du site à 14:02:11.']);
});

test('a change that waits is told apart from a removal that waits, and says when it is late', () => {
  const waiting = { state: 'waiting', since: today, late: false, leaving: false } as const;
  expect(inFrench(waiting).headline).toBe('En attente');
  expect(inFrench(waiting).lines).toHaveLength(1);
  expect(inFrench({ ...waiting, late: true }).lines).toHaveLength(2);
  expect(inFrench({ ...waiting, leaving: true }).headline).toBe('Retrait en attente');
  expect(inFrench({ ...waiting, since: null }).lines).toEqual([]);
});

test('a rollback says since when, of what, and what brings it back', () => {
  const back = { state: 'rolled-back', at: today, leaving: false } as const;
  expect(inFrench(back)).toMatchObject({
    tone: 'warning',
    headline: 'Changement absent de la version en ligne',
    lines: [expect.stringContaining('remise en ligne à 14:02:11'), expect.stringContaining('publication')],
  });
  expect(inFrench({ ...back, leaving: true }).headline).toBe('Retrait absent de la version en ligne');
  expect(inEnglish(back).headline).toBe('Change not in the version online');
});

test('a build tells pages and seconds', () => {
  const building = {
    state: 'building',
    pagesWritten: 100,
    pagesTotal: 10_201,
    elapsedMs: 3_210,
    leaving: false,
  } as const;
  expect(inFrench(building)).toMatchObject({
    headline: 'En construction',
    lines: ['100 / 10\u00a0201 pages, 3,2\u00a0s'],
    progress: { done: 100, total: 10_201 },
  });
  expect(inFrench({ ...building, pagesWritten: 0, pagesTotal: 0 })).toMatchObject({
    lines: ['Lecture du contenu, 3,2\u00a0s'],
    progress: null,
  });
});

test.each(releaseFailureSchema.shape.code.options)('%s says what it means and what to do', (code) => {
  const failed = { state: 'failed', at: today, failure: { code, detail: 'ENOSPC' }, leaving: false } as const;
  for (const description of [inFrench(failed), inEnglish(failed)]) {
    expect(description.headline.length).toBeLessThan(80);
    expect(description.lines).toHaveLength(2);
    expect(description.detail).toBe('ENOSPC');
  }
  expect(inFrench(failed).headline).toMatch(/^Échec\u00a0: /);
});
