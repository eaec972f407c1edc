import type { SubmissionOf } from '@passerelle/contracts';
import sodium from 'libsodium-wrappers';

export const POLL = 'abcdefghijklmnopqrstuvwx';

/** A vote by someone new. */
export const vote = (given: Partial<SubmissionOf<'vote'>> = {}): SubmissionOf<'vote'> => ({
  form: 'vote',
  key: crypto.randomUUID(),
  locale: 'fr-CA',
  receivedAt: new Date().toISOString(),
  requestId: crypto.randomUUID(),
  body: { poll: POLL, choices: ['quebec'] },
  voter: crypto.randomUUID(),
  ...given,
});

export const votes = (count: number): SubmissionOf<'vote'>[] => Array.from({ length: count }, () => vote());

/** The CMS's key pair: the public key as the web server is told it, and what opens a box of base64. */
export async function sealingKeys() {
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return {
    publicKey: Buffer.from(publicKey).toString('base64url'),
    open: (box: string): string =>
      Buffer.from(
        sodium.crypto_box_seal_open(new Uint8Array(Buffer.from(box, 'base64')), publicKey, privateKey),
      ).toString('utf8'),
  };
}
