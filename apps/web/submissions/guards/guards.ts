import type { RefusalCode } from '@passerelle/contracts';
import type { FormSubject, IssuedForm, SentWith } from '../../src/submissions/port.ts';
import { type FormTokens, WAIT_MS } from './form-tokens.ts';
import type { Proofs } from './proofs.ts';
import type { Rates } from './rates.ts';

interface GuardParts {
  tokens: FormTokens;
  rates: Rates;
  proofs: Proofs;
}

/** What stands between a form and those who would fill it in by the thousand; cheap questions first. */
export function createGuards({ tokens, rates, proofs }: GuardParts) {
  return {
    heat: rates.heat,

    async issue(subject: FormSubject, address: string): Promise<IssuedForm> {
      const isCold = (await rates.heat(subject.form, address)) === 'cold';
      return {
        token: tokens.issue(subject),
        waitMs: WAIT_MS,
        challenge: isCold ? null : await proofs.challenge(subject),
      };
    },

    async admit(subject: FormSubject, sent: SentWith, address: string): Promise<RefusalCode | null> {
      if (sent.trap !== null && sent.trap !== '') return 'trapped';
      const stale = tokens.check(subject, sent.token);
      if (stale) return stale;
      const heat = await rates.count(subject.form, address);
      if (heat === 'too-many') return 'too-many';
      return heat === 'hot' ? await proofs.check(subject, sent.proof, sent.key) : null;
    },
  };
}
export type Guards = ReturnType<typeof createGuards>;
