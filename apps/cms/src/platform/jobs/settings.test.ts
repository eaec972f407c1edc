import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorText, retryDelay } from './settings.ts';

const policy = { attempts: 12, baseSeconds: 1, maxSeconds: 900 };

describe('retryDelay', () => {
  it('doubles with each attempt, up to the longest pause', () => {
    const delays = [1, 2, 3, 9, 10, 40].map((attempt) => retryDelay(policy, attempt, () => 0));
    expect(delays).toEqual([1, 2, 4, 256, 512, 900]);
  });

  it('stays between half and all of the full pause, whatever chance says', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), chance, (attempt, drawn) => {
        const least = retryDelay(policy, attempt, () => 0);
        const delay = retryDelay(policy, attempt, () => drawn);
        expect(delay).toBeGreaterThanOrEqual(least);
        expect(delay).toBeLessThanOrEqual(Math.min(900, least * 2));
      }),
    );
  });
});

describe('errorText', () => {
  it('keeps name and message, and nothing else an error carries', () => {
    const error = Object.assign(new TypeError('no answer'), { body: { email: 'a@example.org' } });
    expect(errorText(error)).toBe('TypeError: no answer');
  });

  it('keeps what is thrown that is no error, and cuts long text', () => {
    expect(errorText('stopped')).toBe('stopped');
    expect(errorText('x'.repeat(5000))).toHaveLength(4000);
  });
});
