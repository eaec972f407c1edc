import { expect, it } from 'vitest';
import { exportWish } from './export-wish.ts';

const list = { query: { status: 'new,spam', sort: 'due', page: '2' }, search: '', words: 'fr' } as const;

it('asks for what the list’s filters find, whatever its page and order', () => {
  expect(exportWish({ ...list, reason: ' Demande d’accès ' })).toEqual({
    status: 'new,spam',
    reason: 'Demande d’accès',
    words: 'fr',
    bom: true,
  });
});

it('asks for nothing without a reason', () => {
  expect(exportWish({ ...list, reason: '  x' })).toBeNull();
});
