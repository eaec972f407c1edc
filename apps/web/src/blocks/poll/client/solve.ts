import { solveChallenge } from 'altcha-lib';
import type { Challenge, DeriveKeyFunction } from 'altcha-lib/types';

/** Solves a challenge of the server, and writes the proof as ALTCHA does: base64 of JSON. @throws when it can't be. */
export async function prove(given: object): Promise<string> {
  // Our own server made it with the same library; one that is malformed fails in there.
  const challenge = given as Challenge;
  const deriveKey = await keyFunction(challenge.parameters.algorithm);
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('not solved');
  return btoa(JSON.stringify({ challenge, solution }));
}

async function keyFunction(algorithm: string): Promise<DeriveKeyFunction> {
  const module = algorithm.startsWith('PBKDF2/')
    ? await import('altcha-lib/algorithms/web/pbkdf2')
    : await import('altcha-lib/algorithms/web/sha');
  return module.deriveKey;
}
