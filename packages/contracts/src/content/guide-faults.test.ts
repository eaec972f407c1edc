import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type GuideFields,
  type GuidePage,
  type GuideTarget,
  guideFieldsSchema,
  guideSchema,
} from './guide.ts';
import { guideFaults } from './guide-faults.ts';

/** Few keys, so that targets are often there and often not. */
const key = fc.constantFrom('a', 'b', 'c', 'd');
const target: fc.Arbitrary<GuideTarget> = fc.oneof(
  fc.record({ to: fc.constantFrom('question' as const, 'page' as const), key }),
  fc.constant({ to: 'form' as const }),
);
const option = fc.record({ key, label: fc.constant('Réponse'), hint: fc.constant(null), target });
const question = fc.record({
  key,
  title: fc.constant('Question'),
  hint: fc.constant(null),
  options: fc.array(option, { minLength: 2, maxLength: 3 }),
});
const page = fc.record({
  key,
  tone: fc.constant('advice' as const),
  title: fc.constant('Page'),
  body: fc.constant<GuidePage['body']>([
    { type: 'paragraph', children: [{ type: 'text', text: 'Un conseil.' }] },
  ]),
  addresses: fc.constant<GuidePage['addresses']>([]),
  next: fc.option(target),
});
const guide: fc.Arbitrary<GuideFields> = fc.record({
  kind: fc.constant('guide' as const),
  documentId: fc.constant('abcdefghijklmnopqrstuvwx'),
  locale: fc.constant('fr-CA' as const),
  version: fc.constant(1),
  effectiveOn: fc.constant('2026-11-25'),
  start: key,
  questions: fc.uniqueArray(question, { minLength: 1, maxLength: 3, selector: (one) => one.key }),
  pages: fc.uniqueArray(page, { maxLength: 2, selector: (one) => one.key }),
});
/** Follows every way to its end, without a look at how the faults are found; null where one has no end. */
function follow({ start, questions, pages }: GuideFields): Set<string> | null {
  const seen = new Set<string>();
  const walk = (at: GuideTarget | null, steps: number): boolean => {
    if (at === null || at.to === 'form') return true;
    if (steps > questions.length + pages.length) return false;
    seen.add(`${at.to} ${at.key}`);
    if (at.to === 'page') {
      const there = pages.find((one) => one.key === at.key);
      return there !== undefined && walk(there.next, steps + 1);
    }
    const there = questions.find((one) => one.key === at.key);
    return there?.options.every((one) => walk(one.target, steps + 1)) ?? false;
  };
  return walk({ to: 'question', key: start }, 1) ? seen : null;
}

test('a guide without a fault can be followed to an end on every way, and no step is left out', () => {
  let sound = 0;
  fc.assert(
    fc.property(guide, (one) => {
      if (guideFaults(one).length > 0) return;
      sound += 1;
      expect(follow(one)).toHaveProperty('size', one.questions.length + one.pages.length);
    }),
    { numRuns: 15_000 },
  );
  expect(sound).toBeGreaterThan(20);
});

test('a guide that can be followed, with keys of their own, has no fault', () => {
  fc.assert(
    fc.property(guide, (one) => {
      const keys = [...one.questions, ...one.pages].map((step) => step.key);
      const optionKeys = one.questions.every(
        ({ options }) => new Set(options.map((each) => each.key)).size === options.length,
      );
      const whole = new Set(keys).size === keys.length && optionKeys;
      if (!whole || follow(one)?.size !== keys.length) return;
      expect(guideFaults(one)).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});

test('every fault stands at something that is there', () => {
  fc.assert(
    fc.property(guide, (one) => {
      guideFieldsSchema.parse(one);
      for (const { path } of guideSchema.safeParse(one).error?.issues ?? []) {
        const place = path.reduce<unknown>((value, part) => Reflect.get(Object(value), part), one);
        expect(place).toBeDefined();
      }
    }),
  );
});
