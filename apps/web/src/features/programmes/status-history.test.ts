import { expect, test } from 'vitest';
import { programme } from '../../../tests/support/entries.ts';
import { statusHistory } from './status-history.ts';

const change = (status: 'open' | 'closed' | 'suspended', from: string, note: string | null = null) => ({
  status,
  from,
  note,
  source: null,
});

test('what an editor has dated is told newest first', () => {
  const peq = programme('peq', {
    status: 'open',
    since: '2026-07-02',
    history: [
      change('closed', '2025-11-19'),
      change('open', '2026-07-02', 'Pour deux ans.'),
      change('suspended', '2025-06-05'),
    ],
  });
  expect(statusHistory(peq).map(({ from, note }) => [from, note])).toEqual([
    ['2026-07-02', 'Pour deux ans.'],
    ['2025-11-19', null],
    ['2025-06-05', null],
  ]);
});

test('the present status is there even when nobody has dated it as a change', () => {
  expect(statusHistory(programme('x', { status: 'closed', since: '2025-11-19' }))).toEqual([
    change('closed', '2025-11-19'),
  ]);
  expect(statusHistory(programme('x'))).toEqual([]);
});
