import { expect, test } from 'vitest';
import { doubtOf, faultsOf, subscribeFieldsOf } from './subscribe-form.ts';

const TOPIC = 'abcdefghijklmnopqrstuvwx';
const WORDING = 'newsletter-2';

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) form.append(name, value);
  }
  return form;
}
const read = (fields: Record<string, string | string[]>) => subscribeFieldsOf(formOf(fields), '/');
const whole = {
  email: ' visiteur@exemple.example ',
  frequency: 'daily',
  topics: [TOPIC, TOPIC],
  consent: WORDING,
};
const faults = (fields: Record<string, string | string[]>) =>
  faultsOf(read({ ...whole, ...fields }), new Set([TOPIC]), WORDING);

test('answers that are whole have no fault, and say each topic once', () => {
  expect(faults({})).toEqual({});
  expect(read(whole)).toMatchObject({ email: 'visiteur@exemple.example', topics: [TOPIC] });
});

test('from a page that asks for the address alone, it is once a week', () => {
  expect(read({ email: 'a@exemple.example' })).toMatchObject({
    frequency: 'weekly',
    topics: [],
    consent: '',
  });
});

test.each([
  [{ email: '' }, { email: 'emailMissing' }],
  [{ email: 'visiteur@' }, { email: 'emailWrong' }],
  [{ email: 'a@exemple.example, b@exemple.example' }, { email: 'emailWrong' }],
  [{ topics: ['x'] }, { topics: 'topics' }],
  [{ frequency: 'hourly' }, { frequency: 'frequency' }],
  [{ consent: '' }, { consent: 'consent' }],
  [{ consent: 'newsletter-1' }, { consent: 'consent' }],
])('%j has the fault %j', (fields, wanted) => {
  expect(faults(fields)).toEqual(wanted);
});

test('a doubt is told once', () => {
  const fields = read({ email: 'visiteur@gmial.com' });
  expect(doubtOf(fields, '')).toBe('visiteur@gmail.com');
  expect(doubtOf(fields, 'visiteur@gmial.com')).toBeNull();
  expect(read({ email: 'visiteur@gmial.com', correction: 'visiteur@gmail.com' }).email).toBe(
    'visiteur@gmail.com',
  );
});
