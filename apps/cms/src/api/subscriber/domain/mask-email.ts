/** An address as it may be shown to whoever has a link of its reader: `v•••••@exemple.example`. The dots don't tell a length. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return `${at > 1 ? first : ''}•••••${address.slice(at)}`;
}
