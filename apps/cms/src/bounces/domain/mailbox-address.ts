/** Where reports are fetched by IMAP. */
export interface MailboxAddress {
  host: string;
  port: number;
  /** Encrypted from the first byte (RFC 8314). */
  secure: boolean;
  /** Whether encryption is asked for before the password is said (STARTTLS). On this machine alone it is not. */
  startTls: boolean;
  user: string;
  password: string;
  /** The folder that reports come to. */
  folder: string;
}

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '::1']);

/** Reads `imaps://user:password@host:993/INBOX`, or `imap://` for STARTTLS; null when it is no such address. */
export function mailboxAddressOf(text: string): MailboxAddress | null {
  const url = URL.parse(text);
  if (url === null || !['imap:', 'imaps:'].includes(url.protocol)) return null;
  if (
    url.hostname === '' ||
    url.username === '' ||
    url.password === '' ||
    url.search !== '' ||
    url.hash !== ''
  )
    return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'imaps:';
  try {
    return {
      host,
      port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
      secure,
      startTls: !secure && !THIS_MACHINE.has(host),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    };
  } catch {
    // A `%` that stands for nothing.
    return null;
  }
}
