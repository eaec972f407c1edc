import { isMac, type Mac } from '../submissions/macs.ts';

const COOKIE = /^([\w-]{43})\.([\w-]{22})$/;
const LINK = /^[\w-]{43}$/;
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

/** A mailed link: `token` is in the mail alone, `id` finds its row, `key` opens what is in it. */
export interface LinkKey {
  token: string;
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
  const linkKey = (token: string): LinkKey => ({
    token,
    key: new Uint8Array(Buffer.from(token, 'base64url')),
    id: mac('draft-link-id', token).subarray(0, SIZE),
  });
  return {
    make: (): DraftKey => draftKey(Buffer.from(randomBytes(KEY_BYTES)).toString('base64url')),
    /** The link that a draft has for an occasion: the same for the same one. Its draft's key alone doesn't tell it. */
    link: ({ cookie }: DraftKey, occasion: string): LinkKey =>
      linkKey(mac('draft-link', cookie, occasion).toString('base64url')),
    /** Null for what can be none. */
    readLink: (token: string): LinkKey | null => (LINK.test(token) ? linkKey(token) : null),
    /** Null for what isn't signed by us. */
    read(cookie: string | undefined): DraftKey | null {
      const [, key, signature] = COOKIE.exec(cookie ?? '') ?? [];
      if (key === undefined || signature === undefined || !isMac(signature, sign(key))) return null;
      return draftKey(key);
    },
  };
}
export type DraftKeys = ReturnType<typeof createDraftKeys>;
