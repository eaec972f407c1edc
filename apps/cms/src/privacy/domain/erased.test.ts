import fc from 'fast-check';
import { expect, it } from 'vitest';
import { certifiedText, countsOf } from './erased.ts';

const erased = fc.record({
  inquiries: fc.array(fc.uuid()),
  subscribers: fc.array(fc.uuid()),
  mails: fc.array(fc.uuid()),
  requests: fc.array(fc.uuid()),
  files: fc.array(fc.uuid()),
});

it('certifies the same whatever the order, and another text for another kind', () => {
  fc.assert(
    fc.property(erased, (one) => {
      const turned = { ...one, mails: one.mails.toReversed(), inquiries: one.inquiries.toReversed() };
      expect(certifiedText(turned)).toBe(certifiedText(one));
      const counted = Object.values(countsOf(one)).reduce((sum, count) => sum + count);
      expect(certifiedText(one).split('\n')).toHaveLength(counted + 1);
    }),
  );
  const id = '6f1c1d4e-4c5f-4f0e-9d3a-000000000000';
  const none = { inquiries: [], subscribers: [], mails: [], requests: [], files: [] };
  expect(certifiedText({ ...none, mails: [id] })).not.toBe(certifiedText({ ...none, inquiries: [id] }));
});
