import { getDomain } from 'tldts';
import type { FindingCode } from './findings.ts';
import type { Names } from './names.ts';
import { readTags } from './tags.ts';

/** What somebody may register (RFC 7489, 3.2): `passerelle.example` of `info.passerelle.example`. */
const organizationalDomain = (domain: string): string =>
  getDomain(domain, { allowPrivateDomains: true }) ?? domain;

/** Whether a receiver takes two domains for one sender's (RFC 7489, 3.1). Strict: where they are the same. */
export const isAligned = (one: string, other: string, strict = false): boolean =>
  strict
    ? one.toLowerCase() === other.toLowerCase()
    : organizationalDomain(one.toLowerCase()) === organizationalDomain(other.toLowerCase());

interface Domains {
  from: string;
  returnPath: string;
  /** Null where it isn't we who sign. */
  dkim: string | null;
}

/** Looks at what the sender's domain has receivers do with mail that isn't its own (RFC 7489). */
export async function judgeDmarc(names: Names, { from, returnPath, dkim }: Domains): Promise<FindingCode> {
  let records = await dmarcRecords(names, from);
  if (records.length === 0) records = await dmarcRecords(names, organizationalDomain(from));
  const [record] = records;
  if (record === undefined) return 'dmarc-missing';
  if (records.length > 1) return 'dmarc-several';
  const tags = readTags(record);
  // Where the server signs, nobody here knows with what.
  const byDkim = dkim === null || isAligned(from, dkim, tags.get('adkim') === 's');
  const bySpf = isAligned(from, returnPath, tags.get('aspf') === 's');
  if (!byDkim && !bySpf) return 'dmarc-strict-mismatch';
  if (!['quarantine', 'reject'].includes(tags.get('p')?.toLowerCase() ?? '')) return 'dmarc-watching';
  return tags.has('rua') ? 'dmarc-enforced' : 'dmarc-without-reports';
}

const dmarcRecords = async (names: Names, domain: string): Promise<string[]> =>
  (await names.texts(`_dmarc.${domain}`)).filter((text) => /^v=DMARC1\s*(?:;|$)/i.test(text));
