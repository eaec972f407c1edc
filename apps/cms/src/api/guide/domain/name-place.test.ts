import { expect, it } from 'vitest';
import { namePlace } from './name-place.ts';

const guide = {
  questions: [
    {
      key: 'but',
      title: 'Pourquoi ?',
      options: [{ key: 'etudes', label: 'Étudier' }, { key: 'travail', label: ' ' }, {}],
    },
  ],
};

it.each([
  [['start'], ['start']],
  [
    ['questions', 0],
    ['questions', 'Pourquoi ?'],
  ],
  [
    ['questions', 0, 'options', 0, 'target'],
    ['questions', 'Pourquoi ?', 'Étudier', 'target'],
  ],
  [
    ['questions', 0, 'options', 1],
    ['questions', 'Pourquoi ?', 'travail'],
  ],
  [
    ['questions', 0, 'options', 2],
    ['questions', 'Pourquoi ?', 2],
  ],
  [
    ['questions', 0, 'options'],
    ['questions', 'Pourquoi ?', 'options'],
  ],
  [
    ['pages', 4, 'title'],
    ['pages', 4, 'title'],
  ],
])('%j is named %j', (path, place) => {
  expect(namePlace(guide, path)).toEqual(place);
});
