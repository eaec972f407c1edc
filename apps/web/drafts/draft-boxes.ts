import sodium from 'libsodium-wrappers';

/** Closes a draft under its key and opens it again: XChaCha20-Poly1305, bound to the draft's id. */
export interface DraftBoxes {
  close(text: string, key: Uint8Array, id: Uint8Array): Uint8Array;
  /** Null when it is not what was closed under this key and id. */
  open(box: Uint8Array, key: Uint8Array, id: Uint8Array): string | null;
}

/** A box is the nonce, drawn anew each time, and the ciphertext. */
export async function draftBoxes(): Promise<DraftBoxes> {
  await sodium.ready;
  const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  return {
    close(text, key, id) {
      const nonce = sodium.randombytes_buf(nonceBytes);
      const closed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(text, id, null, nonce, key);
      return Buffer.concat([nonce, closed]);
    },
    open(box, key, id) {
      const [nonce, closed] = [box.subarray(0, nonceBytes), box.subarray(nonceBytes)];
      try {
        const text = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, closed, id, nonce, key);
        return Buffer.from(text).toString('utf8');
      } catch {
        // libsodium tells a wrong key, another id and a changed box alike.
        return null;
      }
    },
  };
}
