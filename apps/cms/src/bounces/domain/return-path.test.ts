import { expect, it } from 'vitest';
import { returnPathOf, tokenIn } from './return-path.ts';

const TOKEN = 'aB3-_'.repeat(9).slice(0, 43);
const MARKED = 'retours+*@passerelle.example';

it('carries the token of a mail, and gives it back', () => {
  const address = returnPathOf(MARKED, `<${TOKEN}@passerelle.example>`);
  expect(address).toBe(`retours+${TOKEN}@passerelle.example`);
  expect(tokenIn(MARKED, address)).toBe(TOKEN);
  expect(tokenIn(MARKED, address.replace('passerelle.example', 'PASSERELLE.example'))).toBe(TOKEN);
});

it('is the same for all where it carries nothing', () => {
  const plain = 'retours@passerelle.example';
  expect(returnPathOf(plain, `<${TOKEN}@passerelle.example>`)).toBe(plain);
  expect(tokenIn(plain, plain)).toBeNull();
});

it.each([
  'retours@passerelle.example',
  `autre+${TOKEN}@passerelle.example`,
  `retours+${TOKEN}@ailleurs.example`,
  `retours+${TOKEN}x@passerelle.example`,
  '',
])('finds no token in %j', (address) => {
  expect(tokenIn(MARKED, address)).toBeNull();
});
