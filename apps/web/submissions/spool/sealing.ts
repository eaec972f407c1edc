import sodium from 'libsodium-wrappers';

/** Seals a text so that the CMS alone can read it: libsodium's `crypto_box_seal` (X25519, XSalsa20-Poly1305). */
export type Seal = (text: string) => Uint8Array;

/** @param publicKey X25519, 32 bytes in base64url. @throws when it is none. */
export async function sealTo(publicKey: string): Promise<Seal> {
  await sodium.ready;
  const key = new Uint8Array(Buffer.from(publicKey, 'base64url'));
  if (key.byteLength !== sodium.crypto_box_PUBLICKEYBYTES)
    throw new Error('A public key of X25519 has 32 bytes.');
  return (text) => sodium.crypto_box_seal(text, key);
}
