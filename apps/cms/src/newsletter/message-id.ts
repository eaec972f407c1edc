import { createHmac, hkdfSync } from 'node:crypto';

/** Gives the `Message-ID` of an issue to a reader: always the same, and of neither does it tell. */
export type MessageIdOf = (issue: string, reader: string) => string;

/**
 * @param masterKey 32 bytes in hexadecimal.
 * @param host the site's, which the id ends with (RFC 5322, 3.6.4).
 */
export function createMessageIds(masterKey: string, host: string): MessageIdOf {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'hex'), '', 'newsletter message id', 32));
  return (issue, reader) => {
    const digest = createHmac('sha256', key).update(`${issue} ${reader}`).digest('base64url');
    return `<${digest}@${host}>`;
  };
}
