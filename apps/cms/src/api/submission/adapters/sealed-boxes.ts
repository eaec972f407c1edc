import { type Submission, submissionSchema } from '@passerelle/contracts';
import sodium from 'libsodium-wrappers';

/** Opens what the web server has sealed; null when a box isn't ours, is damaged, or holds no submission. */
export type OpenBox = (box: string) => Submission | null;

/**
 * Opens libsodium's sealed boxes (crypto_box_seal: X25519, XSalsa20-Poly1305), each base64 of a submission's JSON.
 *
 * @param privateKey X25519, 32 bytes in base64url; the public key follows from it.
 */
export async function openerOf(privateKey: string): Promise<OpenBox> {
  await sodium.ready;
  const secret = new Uint8Array(Buffer.from(privateKey, 'base64url'));
  const publicKey = sodium.crypto_scalarmult_base(secret);
  return (box) => {
    try {
      const content = sodium.crypto_box_seal_open(Buffer.from(box, 'base64'), publicKey, secret);
      return submissionSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)));
    } catch {
      // Why it can't be read makes no difference, and an error may quote what is in it.
      return null;
    }
  };
}
