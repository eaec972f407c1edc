import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, requestFieldsOf, requestOf } from './request-form.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const WHOLE = { kind: 'access', name: 'Visiteuse', email: 'Visiteuse@été.example', message: 'Un\r\ndeux' };
const ABOUT = { notice: 'notice-1', page: '/renseignements-personnels/' };

describe('a request of a person', () => {
  it('is handed over with its address in the form that mail takes', () => {
    const fields = requestFieldsOf(form(WHOLE));
    expect(faultsOf(fields)).toEqual({});
    expect(requestOf(fields, ABOUT)).toEqual({
      ...ABOUT,
      ...WHOLE,
      email: 'Visiteuse@xn--t-9fab.example',
      message: 'Un\ndeux',
    });
  });

  it('says what is missing and what is wrong', () => {
    expect(faultsOf(requestFieldsOf(form({})))).toEqual({
      kind: 'kind',
      name: 'nameMissing',
      email: 'emailMissing',
    });
    const wrong = { ...WHOLE, kind: 'other', name: 'a'.repeat(121), email: 'x@', message: 'b'.repeat(2_001) };
    expect(faultsOf(requestFieldsOf(form(wrong)))).toEqual({
      kind: 'kind',
      name: 'nameWrong',
      email: 'emailWrong',
      message: 'message',
    });
  });

  it('has a fault exactly where it can’t be handed over', () => {
    const fields = fc.record({
      kind: fc.constantFrom('access', 'erasure', ''),
      name: fc.string({ unit: 'binary' }),
      email: fc.oneof(fc.emailAddress(), fc.string()),
      message: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fields, (given) => {
        const read = requestFieldsOf(form(given));
        expect(requestOf(read, ABOUT) === null).toBe(Object.keys(faultsOf(read)).length > 0);
      }),
    );
  });
});
