import { expect, it } from 'vitest';
import type { IssueLook } from '../../api/newsletter-desk/domain/answers.ts';
import { shownIssues } from './shown-issues.ts';

const NONE = {
  ...{ prepared: 0, leased: 0, sending: 0, sent: 0 },
  ...{ bounced: 0, failed: 0, uncertain: 0, skipped: 0 },
};

const issue = (id: string, more: Partial<IssueLook> = {}): IssueLook => ({
  id,
  kind: 'digest',
  frequency: 'daily',
  campaign: null,
  subject: null,
  state: 'finished',
  at: '2026-11-25T12:00:00.000Z',
  sendAt: '2026-11-25T12:00:00.000Z',
  problem: null,
  candidates: 2,
  prepared: 2,
  excluded: {},
  deliveries: { ...NONE, sent: 2 },
  addsUp: true,
  actions: [],
  ...more,
});

it('shows what needs a person first, then the newest three that went to anybody', () => {
  const shown = shownIssues([
    issue('empty', { prepared: 0, deliveries: NONE }),
    ...['a', 'b', 'c', 'd'].map((id) => issue(id)),
    issue('held', { state: 'held' }),
    issue('paused', { state: 'paused' }),
    issue('uncertain', { deliveries: { ...NONE, sent: 1, uncertain: 1 } }),
    issue('wrong', { addsUp: false }),
  ]);
  expect(shown.map(({ id }) => id)).toEqual(['held', 'paused', 'uncertain', 'wrong', 'a', 'b', 'c']);
});
