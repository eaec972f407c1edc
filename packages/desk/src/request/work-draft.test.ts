import { expect, it } from 'vitest';
import { requestWith } from './request.fixture.ts';
import { changesOf, tagsOf } from './work-draft.ts';

const request = requestWith({
  assignee: { id: 3, name: 'Accueil' },
  tags: ['études'],
  nextAction: { text: 'Téléphoner', day: null },
});

it('sends what was changed alone', () => {
  expect(changesOf({}, request)).toEqual({ body: {} });
  expect(changesOf({ priority: 'high', tags: 'études' }, request)).toEqual({ body: { priority: 'high' } });
});

it('takes away what was emptied', () => {
  expect(changesOf({ assignee: 'none', tags: ' ', action: '' }, request)).toEqual({
    body: { assignee: null, tags: [], nextAction: null },
  });
});

it('keeps the text of a next action that gets a day', () => {
  expect(changesOf({ day: '2026-12-01' }, request)).toEqual({
    body: { nextAction: { text: 'Téléphoner', day: '2026-12-01' } },
  });
});

it('names the fields that the service would refuse', () => {
  expect(changesOf({ programme: 'Travailleurs qualifiés', action: '', day: '2026-12-01' }, request)).toEqual({
    invalid: ['programme', 'action'],
  });
  expect(changesOf({ tags: 'x'.repeat(41) }, request)).toEqual({ invalid: ['tags'] });
});

it('reads tags as they are typed', () => {
  expect(tagsOf(' études, ,travail ,études')).toEqual(['études', 'travail']);
});
