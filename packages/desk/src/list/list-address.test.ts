import { inquiryListQuerySchema } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addressOfView, readAddress, VIEW_NAMES, viewOf, withChoice } from './list-address.ts';

const at = (query: string) => new URLSearchParams(query);

test.each(VIEW_NAMES)(
  'the view « %s » is found again in its address, which the service understands',
  (view) => {
    const query = readAddress(addressOfView(at('display=board&sort=received&page=3&late=1'), view));
    expect(viewOf(query)).toBe(view);
    expect(inquiryListQuerySchema.safeParse(query).success).toBe(true);
    expect(query.sort).toBe('received');
    expect(query.page).toBeUndefined();
  },
);

describe('an address', () => {
  it('gives what the service understands and drops the rest alone', () => {
    expect(readAddress(at('status=spam&priority=enormous&assignee=me&page=0&search=visiteur'))).toEqual({
      status: 'spam',
      assignee: 'me',
    });
  });

  it('whatever it is, is a query the service takes', () => {
    const key = fc.constantFrom(
      'status',
      'priority',
      'assignee',
      'language',
      'late',
      'sort',
      'order',
      'page',
    );
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('new', 'me', '1', '-1', 'fr-CA', 'due', 'new,spam', ','),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        expect(inquiryListQuerySchema.safeParse(readAddress(new URLSearchParams(pairs))).success).toBe(true);
      }),
    );
  });

  it('leads to the first page with every other choice', () => {
    expect(withChoice(at('page=4&late=1'), 'priority', 'urgent').toString()).toBe('late=1&priority=urgent');
    expect(withChoice(at('page=4&late=1'), 'late', null).toString()).toBe('');
    expect(withChoice(at('late=1'), 'page', '2').toString()).toBe('late=1&page=2');
  });

  it('of filters that are nobody’s view has none', () => {
    expect(viewOf({ late: '1', language: 'fr-CA' })).toBeNull();
  });
});
