import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawReference } from '../../inquiry/domain/reference.ts';
import { readSearch } from './search.ts';

const reference = drawReference(() => 4);

it.each([
  [reference, { by: 'reference', reference }],
  [reference.replaceAll('-', '').toLowerCase(), { by: 'reference', reference }],
  ['visiteur@exemple.example', { by: 'email', email: 'visiteur@exemple.example' }],
  ['514 555-0142', { by: 'telephone', telephone: '+15145550142' }],
  ['(514) 555-0142', { by: 'telephone', telephone: '+15145550142' }],
  ['1 514 555 0142', { by: 'telephone', telephone: '+15145550142' }],
  ['+33 1 23 45 67 89', { by: 'telephone', telephone: '+33123456789' }],
  ['Visiteuse Fictive', { by: 'name', name: 'Visiteuse Fictive' }],
])('%s', (text, wanted) => {
  expect(readSearch(text)).toEqual(wanted);
});

it('reads anything', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readSearch(text).by !== undefined));
});
