import { isMac, type Mac } from '../submissions/macs.ts';

const COOKIE = /^([\w-]{43})\.([\w-]{22})$/;
const KEY_BYTES = 32;
/** Of ids and signatures: 128 bits. */
const SIZE = 16;

/** What opens one draft, and by what it is found. */
export interface DraftKey {
  /** `<key>.<mac>`, base64url: what the browser keeps. */
  cookie: string;
  key: Uint8Array;
  id: Buffer;
}

/**
 * Keys of drafts. The id follows from the key by an HMAC, so the file tells neither key nor cookie, and a cookie that
 * isn't ours costs no look at the disk.
 */
export function createDraftKeys(mac: Mac, randomBytes: (size: number) => Uint8Array) {
  const sign = (key: string) => mac('draft-cookie', key).subarray(0, SIZE);
  const draftKey = (key: string): DraftKey => ({
    cookie: `${key}.${sign(key).toString('base64url')}`,
    key: new Uint8Array(Buffer.from(key, 'base64url')),
    id: mac('draft-id', key).subarray(0, SIZE),
  });
  return {
    make: (): DraftKey => draftKey(Buffer.from(randomBytes(KEY_BYTES)).toString('base64url')),
    /** Null for what isn't signed by us. */
    read(cookie: string | undefined): DraftKey | null {
      const [, key, signature] = COOKIE.exec(cookie ?? '') ?? [];
      if (key === undefined || signature === undefined || !isMac(signature, sign(key))) return null;
      return draftKey(key);
    },
  };
}
export type DraftKeys = ReturnType<typeof createDraftKeys>;
