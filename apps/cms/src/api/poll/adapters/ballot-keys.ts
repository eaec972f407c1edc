import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Envelopes } from '../../../platform/crypto/envelopes.ts';

/** The two keys of a poll, each of 32 bytes. */
export interface BallotKeys {
  /** Makes tags of voters. */
  voter: KeyObject;
  /** Seals the boxes. */
  box: Uint8Array;
}

const SECRET_BYTES = 32;

/** How long keys stay in memory after they were taken out of their envelope. */
const HELD_MS = 60_000;

const placeOf = (documentId: string) => ({ table: 'passerelle_polls', row: documentId, field: 'secret' });

/** HKDF-SHA-256 (RFC 5869); the poll's id is the salt, so that keys are of one poll even if secrets were not. */
function keysOf(secret: Uint8Array, documentId: string): BallotKeys {
  const derive = (info: string) => new Uint8Array(hkdfSync('sha256', secret, documentId, info, 32));
  return { voter: createSecretKey(derive('voter')), box: derive('box') };
}

/** Makes the secret of a poll that opens, or is opened anew: the envelope to store, and its keys. */
export async function makeSecret(
  envelopes: Envelopes,
  documentId: string,
): Promise<{ envelope: string; keys: BallotKeys }> {
  const secret = randomBytes(SECRET_BYTES);
  const envelope = await envelopes.seal(secret, placeOf(documentId));
  return { envelope, keys: keysOf(secret, documentId) };
}

/** Opens a poll's envelope. */
export type ReadKeys = (documentId: string, envelope: string) => Promise<BallotKeys>;

/** Opens envelopes, and holds the keys for a minute: unwrapping costs more than a whole batch of ballots. */
export function createKeyring(envelopes: Envelopes): ReadKeys {
  const held = new Map<string, BallotKeys>();
  return async (documentId, envelope) => {
    const known = held.get(envelope);
    if (known) return known;
    const keys = keysOf(await envelopes.open(envelope, placeOf(documentId)), documentId);
    held.set(envelope, keys);
    setTimeout(() => held.delete(envelope), HELD_MS).unref();
    return keys;
  };
}

/** What is stored of a voter: HMAC-SHA-256 (RFC 2104), 32 bytes. Only who has the poll's secret can make it. */
export function voterTag({ voter: key }: BallotKeys, voter: string): Buffer {
  return createHmac('sha256', key).update(voter).digest();
}
