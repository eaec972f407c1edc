import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poll } from '../../../tests/support/entries.ts';
import { choiceFault, faultWords } from './choice-fault.ts';

const several = poll('p', { selection: 'multiple', min: 2, max: 2 });

test.each([
  [[], 'none'],
  [['quebec'], 'few'],
  [['quebec', 'ailleurs'], null],
  [['quebec', 'ailleurs', 'indecis'], 'many'],
  [['quebec', 'quebec'], 'unknown'],
  [['quebec', 'retiree'], 'unknown'],
] as const)('%j → %s', (choices, fault) => {
  expect(choiceFault(several, choices)).toBe(fault);
});

test('what may be sent is a set of offered options within the bounds', () => {
  const key = fc.constantFrom('quebec', 'ailleurs', 'indecis', 'retiree');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 5 }), fc.constantFrom(1, 2, 3), (choices, max) => {
      const of = poll('p', { selection: 'multiple', max });
      const fine =
        new Set(choices).size === choices.length &&
        choices.length >= 1 &&
        choices.length <= max &&
        !choices.includes('retiree');
      expect(choiceFault(of, choices) === null).toBe(fine);
    }),
  );
});

test('each fault is told in the language of the poll', () => {
  expect(faultWords(several, 'few')).toBe('Choisissez au moins 2 réponses.');
  expect(faultWords({ ...several, locale: 'en-CA' }, 'many')).toBe('Choose no more than 2 answers.');
});
