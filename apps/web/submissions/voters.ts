import type { Voter } from '../src/submissions/port.ts';
import { isMac, type Mac } from './macs.ts';

const COOKIE = /^([\w-]{22})\.([\w-]{22})$/;
/** 128 bits. */
const SIZE = 16;

/**
 * Names voters, each poll its own: `<id>.<mac>`, both 128 bits in base64url.
 *
 * Without a cookie of ours the id follows from the submission's key, so whoever sends the same key again is the
 * same voter, whichever process answers.
 */
export function createVoters(mac: Mac) {
  const sign = (poll: string, id: string) => mac('voter-cookie', poll, id).subarray(0, SIZE);
  return (poll: string, cookie: string | undefined, key: string): Voter => {
    const [, known, signature] = COOKIE.exec(cookie ?? '') ?? [];
    if (known !== undefined && signature !== undefined && isMac(signature, sign(poll, known)))
      return { id: known, cookie: `${known}.${signature}`, hasVoted: true };
    const id = mac('voter', poll, key).subarray(0, SIZE).toString('base64url');
    return { id, cookie: `${id}.${sign(poll, id).toString('base64url')}`, hasVoted: false };
  };
}
