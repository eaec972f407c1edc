/**
 * Whether there is a mailbox page at all: mail goes to files, and the CMS neither listens to other machines nor has
 * a public address. So it is there after `npm start`, whatever NODE_ENV, and isn't behind a reverse proxy.
 */
export function hasMailboxPage(settings: {
  SMTP_URL?: string | undefined;
  CMS_HOST: string;
  CMS_URL: string;
}): boolean {
  const { SMTP_URL, CMS_HOST, CMS_URL } = settings;
  return SMTP_URL === undefined && isLoopback(CMS_HOST) && isLoopback(new URL(CMS_URL).hostname);
}

/** What a proxy adds. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/**
 * Whether a request comes from a browser of this machine, under a name of this machine: a page of the web that has
 * its own name resolve to 127.0.0.1 may not read the mail, nor may anybody through a proxy.
 *
 * @param header gives a header's value, or an empty string.
 */
export function isLocalRequest(header: (name: string) => string): boolean {
  if (FORWARDED.some((name) => header(name) !== '')) return false;
  const address = URL.parse(`http://${header('host')}`);
  return address !== null && isLoopback(address.hostname);
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}
