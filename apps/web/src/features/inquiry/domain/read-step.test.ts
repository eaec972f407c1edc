import { inquirySchema } from '@passerelle/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guide } from '../../../../tests/support/entries.ts';
import { type Draft, draftSchema, newDraft } from './draft.ts';
import { firstUnfinished } from './form-faults.ts';
import { FORM_STEPS } from './form-steps.ts';
import { inquiryOf } from './inquiry-of.ts';
import { readStep } from './read-step.ts';
import { trailOf } from './trail.ts';

const KEY = '6f1f0d5c-9a1e-4c57-8a4c-0c3f5a3a9d11';
const GUIDE = guide('fr-CA');
const RULES = {
  today: '2026-11-25',
  federalOnly: false,
  wordings: { notice: 'notice-1', inquiry: 'inquiry-1', transfer: null },
};

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

test('whatever is typed: it is finished and may be sent, or a step says what is wrong', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      'a@exemple.example',
      '418 555-0142',
      'email',
      'telephone',
      'CA',
      '1',
      '12',
      '2027',
      '\u0000',
    ),
  );
  const fields = fc.record({
    message: text,
    name: text,
    email: text,
    telephone: text,
    reach: text,
    country: text,
    'deadline-day': text,
    'deadline-month': text,
    'deadline-year': text,
  });
  const good = {
    ...{ message: 'Bonjour', name: 'Visiteur', email: 'a@exemple.example', telephone: '', reach: 'email' },
    ...{ country: '', 'deadline-day': '', 'deadline-month': '', 'deadline-year': '' },
  };
  const someGood = fc.tuple(fields, fc.subarray(Object.keys(good))).map(([typed, kept]) => ({
    ...typed,
    ...Object.fromEntries(Object.entries(good).filter(([name]) => kept.includes(name))),
    notice: 'notice-1',
    inquiry: 'inquiry-1',
  }));
  fc.assert(
    fc.property(someGood, (typed) => {
      const form = formOf(typed);
      const draft = FORM_STEPS.reduce<Draft>((before, step) => readStep(step, form).apply(before), {
        ...newDraft(KEY),
        answers: { destination: 'ailleurs' },
      });
      const stored = draftSchema.parse(JSON.parse(JSON.stringify(draft)));
      expect(stored).toEqual(draft);
      if (firstUnfinished(stored, RULES) !== null) return;
      const trail = trailOf(GUIDE, stored.answers);
      const inquiry = inquiryOf(stored, { guide: GUIDE, trail, today: RULES.today, page: '/demarche/' });
      expect(inquirySchema.safeParse(inquiry).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a control that did not come leaves its field as it is', () => {
  const before = readStep('contact', formOf({ name: 'A', email: 'a@exemple.example' })).apply(newDraft(KEY));
  const after = readStep('contact', formOf({ name: ' B\tC ' })).apply(before);
  expect(after.fields).toMatchObject({ name: 'B C', email: 'a@exemple.example' });
});

test('what is masked stays so, until the message says nothing of it', () => {
  const masked = readStep('message', formOf({ message: 'NAS 193 456 787' }));
  const draft = masked.apply(newDraft(KEY));
  expect([masked.masked, draft.masked, draft.fields.message]).toEqual([['sin'], true, 'NAS ••• ••• •••']);
  const again = readStep('message', formOf({ message: draft.fields.message }));
  expect([again.masked, again.apply(draft).masked]).toEqual([[], true]);
  expect(readStep('message', formOf({ message: 'Rien' })).apply(draft).masked).toBe(false);
});

test('a draft of another version of the form keeps what is still known, and asks the rest again', () => {
  const old = {
    key: KEY,
    answers: { destination: 'ailleurs' },
    fields: { message: 'Gardé', ancien: 'x', name: 5 },
    sent: 'x',
  };
  expect(draftSchema.parse(old)).toEqual({
    ...newDraft(KEY),
    answers: { destination: 'ailleurs' },
    fields: { ...newDraft(KEY).fields, message: 'Gardé' },
  });
});
