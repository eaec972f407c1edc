import type { PersonalRecords } from '../../../platform/crypto/personal-records.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

const TABLE = 'passerelle_inquiry_names';

/** Longer lists of words are no name. */
const MOST_WORDS = 12;

/** The keyed hashes of a name's words: who knows a whole word of it finds it, whatever its accents and capitals. */
function tokensOf({ blindIndex }: PersonalRecords, name: string): string[] {
  const words = name.split(/[\s'’\p{Pd}]+/u).filter((word) => word !== '');
  return [...new Set(words.slice(0, MOST_WORDS).map((word) => blindIndex('name', word)))];
}

/** Has an inquiry found by the words of its name. */
export async function indexName(
  transaction: Transaction,
  records: PersonalRecords,
  inquiry: string,
  name: string,
): Promise<void> {
  const tokens = tokensOf(records, name);
  if (tokens.length > 0) await transaction(TABLE).insert(tokens.map((token) => ({ token, inquiry })));
}

/** A query for the inquiries whose name has all these words. */
export function namedLike(connection: Connection | Transaction, records: PersonalRecords, name: string) {
  const tokens = tokensOf(records, name);
  return connection(TABLE)
    .select('inquiry')
    .whereIn('token', tokens)
    .groupBy('inquiry')
    .havingRaw('count(*) = ?', [tokens.length]);
}
