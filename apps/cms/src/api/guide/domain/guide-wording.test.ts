import { expect, it } from 'vitest';
import { wordAnswers } from './guide-wording.ts';

const wording = { but: { title: 'Pourquoi venir?', options: { etudes: 'Pour étudier' } } };

it('says what was asked and answered, and nothing of what it doesn’t know', () => {
  expect(
    wordAnswers(wording, [
      { question: 'but', option: 'etudes' },
      { question: 'but', option: 'travail' },
      { question: 'constructor', option: 'name' },
    ]),
  ).toEqual([
    { question: 'Pourquoi venir?', option: 'Pour étudier' },
    { question: 'Pourquoi venir?', option: null },
    { question: null, option: null },
  ]);
});
