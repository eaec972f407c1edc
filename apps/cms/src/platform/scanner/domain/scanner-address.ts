/** Where clamd listens: `unix:///run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`. */
export type ScannerAddress = { path: string } | { host: string; port: number };

/** The scanner's address from its URL; null when it isn't one. */
export function scannerAddressOf(url: string): ScannerAddress | null {
  const address = URL.parse(url);
  if (address?.protocol === 'unix:' && address.host === '' && address.pathname.length > 1) {
    return { path: decodeURIComponent(address.pathname) };
  }
  if (address?.protocol !== 'tcp:' || address.hostname === '' || address.port === '') return null;
  return { host: address.hostname.replace(/^\[|\]$/g, ''), port: Number(address.port) };
}
