import type { GuideTarget } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { differences, type Ruled, rulesOf } from './guide-rules.ts';

const option = (key: string, target: GuideTarget) => ({ key, label: key, hint: null, target });
const page = (next: GuideTarget | null): Ruled['pages'][number] => ({
  key: 'conseil',
  tone: 'advice',
  title: 'Bon à savoir',
  body: [],
  addresses: [],
  next,
});
const form: GuideTarget = { to: 'form' };
const guide: Ruled = {
  start: 'but',
  questions: [
    {
      key: 'but',
      title: 'Pourquoi ?',
      hint: null,
      options: [option('etudes', { to: 'page', key: 'conseil' }), option('travail', form)],
    },
  ],
  pages: [page(form)],
};
const [purpose] = guide.questions;
const asked = (change: object): Ruled['questions'] => (purpose ? [{ ...purpose, ...change }] : []);

describe('the rules of a guide', () => {
  it('stay the same when only words or the order on the screen change', () => {
    const options = [...(purpose?.options ?? [])].reverse().map((one) => ({ ...one, label: 'Autre' }));
    const other = { ...guide, questions: asked({ title: 'Why?', hint: 'One.', options }) };
    expect(rulesOf(other)).toBe(rulesOf(guide));
    expect(differences(guide, other)).toEqual([]);
  });

  it.each([
    [
      'an answer more',
      { questions: asked({ options: [...(purpose?.options ?? []), option('x', form)] }) },
      'Pourquoi ?',
    ],
    [
      'an answer that leads elsewhere',
      { questions: asked({ options: [option('etudes', form), option('travail', form)] }) },
      'Pourquoi ?',
    ],
    ['a page where the way ends', { pages: [page(null)] }, 'Bon à savoir'],
    ['a page of another kind', { pages: [{ ...page(form), tone: 'urgent' as const }] }, 'Bon à savoir'],
    ['a page less', { pages: [] }, 'Bon à savoir'],
  ])('differ by %s, and it is told where', (_, change, title) => {
    const other: Ruled = { ...guide, ...change };
    expect(rulesOf(other)).not.toBe(rulesOf(guide));
    expect(differences(guide, other)).toMatchObject([{ title }]);
    expect(differences(other, guide)).toMatchObject([{ title }]);
  });
});
