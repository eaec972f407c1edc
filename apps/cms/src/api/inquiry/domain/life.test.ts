import { inquiryStatusSchema } from '@passerelle/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasEnded, isRunning, refusalOfStep, stepsFrom } from './life.ts';

const statuses = inquiryStatusSchema.options;
const status = fc.constantFrom(...statuses);

/** Every status that can be reached from one. */
function reachable(from: (typeof statuses)[number]): Set<string> {
  const seen = new Set<string>([from]);
  const ahead = [from];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const { to } of stepsFrom(at)) {
      if (!seen.has(to)) ahead.push(to);
      seen.add(to);
    }
  }
  return seen;
}

it('lets every inquiry be closed, and every status but the first be reached', () => {
  for (const from of statuses) expect(reachable(from).has('closed')).toBe(true);
  expect(reachable('new')).toEqual(new Set(statuses.filter((one) => one !== 'unconfirmed')));
});

it('allows what is listed and nothing else', () => {
  fc.assert(
    fc.property(status, status, fc.string(), fc.boolean(), (from, to, reason, assigned) => {
      const step = stepsFrom(from).find((one) => one.to === to);
      const refusal = refusalOfStep(from, { to, reason, assigned });
      if (step === undefined) expect(refusal).toBe('transition-not-allowed');
      else if (step.needsReason && reason.trim() === '') expect(refusal).toBe('reason-missing');
      else expect(refusal).toBe(to === 'assigned' && !assigned ? 'assignee-missing' : null);
    }),
  );
});

it('goes nowhere that it is already, and never twice to the same place', () => {
  for (const from of statuses) {
    const targets = stepsFrom(from).map(({ to }) => to);
    expect(targets).not.toContain(from);
    expect(new Set(targets).size).toBe(targets.length);
  }
});

it('takes up again what has ended for a reason alone, and ends nothing but spam and the won without one', () => {
  for (const from of statuses) {
    for (const { to, needsReason } of stepsFrom(from)) {
      if (hasEnded(from) && !hasEnded(to)) expect(needsReason).toBe(true);
      if (!hasEnded(from) && hasEnded(to)) expect(needsReason).toBe(!['spam', 'converted'].includes(to));
    }
  }
});

it('lets no time run in what has ended', () => {
  for (const one of statuses) expect(hasEnded(one) && isRunning(one)).toBe(false);
});
