import type { RefusalCode } from '@passerelle/contracts';
import type { FormSubject } from '../../src/submissions/port.ts';
import { isMac, type Mac } from '../macs.ts';

/** No person reads and answers a form in less, in milliseconds. */
const TOO_FAST_MS = 800;
/** What a page is told to wait: a little more, as browsers' timers may go off early. */
export const WAIT_MS = 900;
const LONGEST_MS = 72 * 3_600_000;
/** How far the clocks of two web servers may be apart, in milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000;

const TOKEN = /^([0-9a-z]{8,9})\.([\w-]{43})$/;

export type TokenRefusal = Extract<RefusalCode, 'expired' | 'too-fast'>;

/**
 * Tokens that say when and for what a form was made: `<milliseconds, base 36>.<HMAC-SHA256, base64url>`.
 *
 * Good from 0.8 s to 72 h after it was made. One from the near future was made by a clock ahead of ours: its age
 * says nothing, so it passes.
 *
 * @param now in milliseconds since 1970.
 */
export function createFormTokens(mac: Mac, now: () => number) {
  const sign = ({ form, subject }: FormSubject, issued: string) => mac('form-token', form, subject, issued);
  return {
    issue(subject: FormSubject): string {
      const issued = now().toString(36);
      return `${issued}.${sign(subject, issued).toString('base64url')}`;
    },
    /** @returns null when the form may go on; `expired` also for a token that isn't ours or for something else. */
    check(subject: FormSubject, token: string | null): TokenRefusal | null {
      const [, issued, signature] = TOKEN.exec(token ?? '') ?? [];
      if (issued === undefined || signature === undefined) return 'expired';
      if (!isMac(signature, sign(subject, issued))) return 'expired';
      const age = now() - Number.parseInt(issued, 36);
      if (age < -CLOCK_SKEW_MS || age > LONGEST_MS + CLOCK_SKEW_MS) return 'expired';
      return age >= 0 && age < TOO_FAST_MS ? 'too-fast' : null;
    },
  };
}
export type FormTokens = ReturnType<typeof createFormTokens>;
