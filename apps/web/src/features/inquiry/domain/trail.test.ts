import { guideSchema } from '@passerelle/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guide } from '../../../../tests/support/entries.ts';
import { answersOn, keyBefore, lastKey, trailOf } from './trail.ts';

const GUIDE = guide('fr-CA');

test('it stands at the first question without an answer', () => {
  const trail = trailOf(GUIDE, { destination: 'quebec' });
  expect(trail.end).toMatchObject({ at: 'question', question: { key: 'but' } });
  expect(answersOn(trail)).toEqual([{ question: 'destination', option: 'quebec' }]);
  expect(keyBefore(trail, 'but')).toBe('destination');
  expect(keyBefore(trail, 'destination')).toBeNull();
});

test('it goes through pages, and ends at one that leads nowhere', () => {
  const advised = trailOf(GUIDE, { destination: 'quebec', but: 'travail' });
  expect([advised.end.at, lastKey(advised)]).toEqual(['form', 'conseil']);
  const exit = trailOf(GUIDE, { destination: 'quebec', but: 'asile' });
  expect(exit.end).toMatchObject({ at: 'page', page: { key: 'asile' } });
  expect(keyBefore(exit, 'asile')).toBe('but');
});

test('answers that lie on another way stay out of it', () => {
  const trail = trailOf(GUIDE, { destination: 'ailleurs', but: 'asile' });
  expect(trail.end.at).toBe('form');
  expect(answersOn(trail)).toHaveLength(1);
});

/** Guides in which every question leads to the next, to a page or to the form. */
const guides = fc.integer({ min: 1, max: 8 }).chain((length) =>
  fc.array(fc.constantFrom('next', 'form'), { minLength: length, maxLength: length }).map((ends) =>
    guide('fr-CA', {
      start: 'q0',
      pages: [],
      questions: ends.map((end, at) => ({
        key: `q${at}`,
        title: `Question ${at}`,
        hint: null,
        options: [
          {
            key: 'oui',
            label: 'Oui',
            hint: null,
            target: at + 1 < length ? { to: 'question', key: `q${at + 1}` } : { to: 'form' },
          },
          {
            key: 'non',
            label: 'Non',
            hint: null,
            target:
              end === 'next' && at + 1 < length ? { to: 'question', key: `q${at + 1}` } : { to: 'form' },
          },
        ],
      })),
    }),
  ),
);

test('whatever is answered it ends, every answer on it is one of the guide, and answering where it stands goes on', () => {
  const given = fc.dictionary(
    fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'ancienne', '__proto__'),
    fc.constantFrom('oui', 'non', 'disparue'),
  );
  fc.assert(
    fc.property(guides, given, (any, answers) => {
      const followed = guideSchema.parse(any);
      const trail = trailOf(followed, answers);
      for (const { question, option } of answersOn(trail)) expect(answers[question]).toBe(option);
      if (trail.end.at !== 'question') return;
      const next = trailOf(followed, { ...answers, [trail.end.question.key]: 'oui' });
      expect(next.passed.length).toBeGreaterThan(trail.passed.length);
    }),
  );
});
