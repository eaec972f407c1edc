import type { RefusalCode } from '@passerelle/contracts';
import { type Challenge as AltchaChallenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { Challenge, FormSubject } from '../../src/submissions/port.ts';
import type { Mac } from '../macs.ts';
import type { SpentProofs } from '../spool/spent-proofs.ts';

const GOOD_FOR_MS = 10 * 60_000;
/**
 * PBKDF2 with SHA-256, 2,000 rounds a try, 250 to 750 tries: about 0.2 s on a laptop and a second on a phone, in
 * one thread. It costs us one try to make a challenge, and an HMAC to check the answer.
 */
const WORK = { algorithm: 'PBKDF2/SHA-256', cost: 2_000, fewestTries: 250, mostTries: 750 };
/** A proof has about 900 characters. */
const LONGEST = 4_000;

const proofSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(WORK.algorithm),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(WORK.cost),
      keyLength: z.literal(32),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.number(),
      data: z.object({ form: z.string(), subject: z.string() }),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
});

/** `too-many`: there is no proof. `unavailable`: that it is spent can't be written. */
export type ProofRefusal = Extract<RefusalCode, 'too-many' | 'proof-wrong' | 'unavailable'>;

interface ProofParts {
  mac: Mac;
  spent: SpentProofs;
  /** In milliseconds since 1970. */
  now: () => number;
  /** Is told why a spent proof couldn't be written. */
  failed: (error: unknown) => void;
}

/** Proofs of work (ALTCHA, version 2): for one form and subject, good for ten minutes, for one submission. */
export function createProofs({ mac, spent, now, failed }: ProofParts) {
  const secrets = {
    hmacSignatureSecret: mac('challenge').toString('hex'),
    hmacKeySignatureSecret: mac('challenge-key').toString('hex'),
  };

  return {
    async challenge({ form, subject }: FormSubject): Promise<Challenge> {
      const made: AltchaChallenge = await createChallenge({
        algorithm: WORK.algorithm,
        cost: WORK.cost,
        counter: randomInt(WORK.mostTries, WORK.fewestTries),
        deriveKey,
        data: { form, subject },
        expiresAt: new Date(now() + GOOD_FOR_MS),
        ...secrets,
      });
      return { ...made };
    },

    /**
     * @param proof the solved challenge, base64 of its JSON.
     * @param key of the submission that it is shown for.
     * @returns null when it passes.
     */
    async check(
      { form, subject }: FormSubject,
      proof: string | null,
      key: string,
    ): Promise<ProofRefusal | null> {
      if (proof === null || proof === '') return 'too-many';
      const shown = readProof(proof);
      if (!shown) return 'proof-wrong';
      const { challenge, solution } = shown;
      const { data, expiresAt } = challenge.parameters;
      if (data.form !== form || data.subject !== subject || expiresAt * 1_000 < now()) return 'proof-wrong';
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets });
      if (!verified) return 'proof-wrong';
      try {
        const mine = await spent.spend(challenge.signature, key, expiresAt * 1_000, now());
        return mine ? null : 'proof-wrong';
      } catch (error) {
        failed(error);
        return 'unavailable';
      }
    },
  };
}
export type Proofs = ReturnType<typeof createProofs>;

function readProof(proof: string): z.infer<typeof proofSchema> | undefined {
  if (proof.length > LONGEST) return undefined;
  try {
    return proofSchema.safeParse(JSON.parse(Buffer.from(proof, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
