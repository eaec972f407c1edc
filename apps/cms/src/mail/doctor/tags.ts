/** Tags of a DKIM or DMARC record (RFC 6376, 3.2), by their names in lower case. */
export function readTags(record: string): ReadonlyMap<string, string> {
  const pairs = record.split(';').map((part) => {
    const [name = '', ...value] = part.split('=');
    return [name.trim().toLowerCase(), value.join('=').trim()] as const;
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}
