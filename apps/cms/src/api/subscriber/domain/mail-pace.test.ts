import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mailInstant } from './mail-pace.ts';

it('however often and when it is asked, mails are ten minutes apart', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_200_000), { minLength: 1, maxLength: 50 }), (pauses) => {
      let now = 1_000;
      let mailedAt: number | null = null;
      const mails: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const instant: number = mailInstant(mailedAt, now);
        if (instant !== mailedAt) mails.push(now);
        mailedAt = instant;
      }
      expect(mails[0]).toBeDefined();
      for (const [index, at] of mails.entries()) {
        if (index > 0) expect(at - (mails[index - 1] ?? 0)).toBeGreaterThanOrEqual(600_000);
      }
    }),
  );
});
