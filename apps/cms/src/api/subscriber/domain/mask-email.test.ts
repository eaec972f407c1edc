import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskEmail } from './mask-email.ts';

it.each([
  ['visiteur@exemple.example', 'v•••••@exemple.example'],
  ['é@exemple.example', '•••••@exemple.example'],
  ['visiteur+infolettre@xn--t-9fab.example', 'v•••••@xn--t-9fab.example'],
])('%s is shown as %s', (address, shown) => {
  expect(maskEmail(address)).toBe(shown);
});

it('tells no more of what is before the @ than its first letter', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9.+]{2,64}$/),
      fc.stringMatching(/^[a-z0-9.+]{2,64}$/),
      (one, other) => {
        fc.pre(one[0] === other[0]);
        expect(maskEmail(`${one}@exemple.example`)).toBe(maskEmail(`${other}@exemple.example`));
      },
    ),
  );
});
