import type { FindingCode } from './findings.ts';
import type { Names } from './names.ts';

/** RFC 7208, 4.6.4: more look-ups than this, and a receiver takes the record for none. */
const MOST_LOOKUPS = 10;

/** Looks at the record (RFC 7208) by which a domain says who sends its mail. */
export async function judgeSpf(names: Names, domain: string): Promise<FindingCode> {
  const records = await spfRecords(names, domain);
  const [record] = records;
  if (record === undefined) return 'spf-missing';
  if (records.length > 1) return 'spf-several';
  if ((await lookupsOf(names, record, new Set([domain]))) > MOST_LOOKUPS) return 'spf-too-many-lookups';
  const all = await lastWord(names, record);
  if (all === '+all' || all === 'all') return 'spf-allows-all';
  return all === '-all' || all === '~all' ? 'spf-good' : 'spf-open-end';
}

const spfRecords = async (names: Names, domain: string): Promise<string[]> =>
  (await names.texts(domain)).filter((text) => /^v=spf1(?: |$)/i.test(text));

const termsOf = (record: string): string[] => record.toLowerCase().split(/\s+/).slice(1).filter(Boolean);

/** Terms that have a receiver ask for another record, also those within what is included. */
async function lookupsOf(names: Names, record: string, seen: Set<string>): Promise<number> {
  let lookups = 0;
  for (const term of termsOf(record)) {
    const [, kind, target] = /^[-+~?]?(include:|redirect=|a\b|mx\b|ptr\b|exists:)(\S*)$/.exec(term) ?? [];
    if (kind === undefined) continue;
    lookups += 1;
    const isNested = (kind === 'include:' || kind === 'redirect=') && target !== undefined;
    if (!isNested || seen.has(target) || lookups > MOST_LOOKUPS) continue;
    seen.add(target);
    const [nested] = await spfRecords(names, target);
    if (nested !== undefined) lookups += await lookupsOf(names, nested, seen);
  }
  return lookups;
}

/** What is said of all others: by the record, or by the one that it goes on to. */
async function lastWord(names: Names, record: string): Promise<string | undefined> {
  const own = (text: string) => termsOf(text).find((term) => /^[-+~?]?all$/.test(term));
  const next = termsOf(record).find((term) => term.startsWith('redirect='));
  if (own(record) !== undefined || next === undefined) return own(record);
  const [other] = await spfRecords(names, next.slice('redirect='.length));
  return other === undefined ? undefined : own(other);
}
