import { deskViewBodySchema } from '@passerelle/contracts';
import { expect, it } from 'vitest';
import { addressOf, savedViewOf, viewQuery } from './saved-views.ts';

const at = (query: string) => new URLSearchParams(query);
const id = '0b0f4d0c-6a0e-4c7b-9d0e-3b1c5a1e2f30';

it('keeps what narrows, sorts and shows the list, and is found again whatever its order', () => {
  const query = viewQuery(at('page=3&display=board&priority=urgent&sort=received&search=x&autre=1'));
  expect(query).toEqual({ priority: 'urgent', sort: 'received', display: 'board' });
  expect(deskViewBodySchema.safeParse({ name: 'Urgentes', query }).success).toBe(true);
  const view = { id, name: 'Urgentes', query, isDefault: false };
  expect(savedViewOf([view], at('sort=received&display=board&priority=urgent&page=2'))).toBe(view);
  expect(savedViewOf([view], addressOf(view))).toBe(view);
  expect(savedViewOf([view], at('priority=urgent'))).toBeNull();
});
