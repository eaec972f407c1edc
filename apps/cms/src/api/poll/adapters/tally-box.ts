import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { decodeTally, encodeTally, TALLY_BYTES, type Tally } from '../domain/tally.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a box stands: opened anywhere else, it does not open. */
export interface BoxPlace {
  poll: string;
  stripe: number;
}

/** A box is of one length, whatever is counted in it. */
export const BOX_BYTES = NONCE_BYTES + TALLY_BYTES + TAG_BYTES;

/** As both drivers hand bytes over. */
export const boxSchema = z.instanceof(Uint8Array).refine((box) => box.byteLength === BOX_BYTES);

/**
 * Seals a tally: nonce (96 random bits), ciphertext, tag, by AES-256-GCM (NIST SP 800-38D); poll and stripe are
 * authenticated. A key seals once for each batch, far from the 2³² that random nonces allow.
 *
 * Node's own cipher and not a JWE, of which envelopes are made: a box is opened and sealed again while its row is
 * locked, so both are done at once, without a turn of the event loop, and in 80 bytes instead of some 200.
 */
export function sealTally(key: Uint8Array, place: BoxPlace, tally: Tally): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(placeBytes(place));
  return Buffer.concat([nonce, cipher.update(encodeTally(tally)), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when the box is of another place, another secret, or has been changed. */
export function openTally(key: Uint8Array, place: BoxPlace, box: Uint8Array): Tally {
  const decipher = createDecipheriv(CIPHER, key, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(placeBytes(place))
    .setAuthTag(box.subarray(-TAG_BYTES));
  const sealed = box.subarray(NONCE_BYTES, -TAG_BYTES);
  return decodeTally(Buffer.concat([decipher.update(sealed), decipher.final()]));
}

function placeBytes({ poll, stripe }: BoxPlace): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(['passerelle_poll_tallies', poll, stripe]));
}
