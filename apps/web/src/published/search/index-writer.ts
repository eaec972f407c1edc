import { type EntryKind, LOCALES, type Locale } from '@passerelle/contracts';
import type { SnapshotDatabase } from '../snapshot.ts';
import { INDEX_TABLE } from './index-tables.ts';
import { dateOf, type SearchableEntry, searchableText } from './searchable.ts';
import { indexedText, type StemmedWord, stemmedWords } from './stems.ts';

/** Keeps the search index up with the content, a document at a time, within the transaction of who calls. */
export function searchIndexWriter(database: SnapshotDatabase) {
  const find = database
    .prepare<[string, string, string], number>(
      'SELECT row FROM search_entry WHERE locale = ? AND kind = ? AND id = ?',
    )
    .pluck();
  const put = database
    .prepare<[string, string, string, string, number], number>(
      `INSERT INTO search_entry (locale, kind, id, at, superseded) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (locale, kind, id) DO UPDATE SET at = excluded.at, superseded = excluded.superseded
       RETURNING row`,
    )
    .pluck();
  const drop = database.prepare('DELETE FROM search_entry WHERE row = ?');
  const putWord = database.prepare(
    'INSERT OR IGNORE INTO search_word (locale, folded, stem, plain) VALUES (?, ?, ?, ?)',
  );
  const perLocale = <T>(make: (table: string) => T): Record<Locale, T> => ({
    'fr-CA': make(INDEX_TABLE['fr-CA']),
    'en-CA': make(INDEX_TABLE['en-CA']),
  });
  const unindex = perLocale((table) => database.prepare<[number]>(`DELETE FROM ${table} WHERE rowid = ?`));
  const index = perLocale((table) =>
    database.prepare<[number, string, string, string]>(
      `INSERT INTO ${table} (rowid, title, summary, body) VALUES (?, ?, ?, ?)`,
    ),
  );

  // Most words of a text are there already: asking memory is cheaper than the table.
  const known = perLocale(() => new Set<string>());
  function learn(locale: Locale, words: readonly StemmedWord[]): void {
    for (const { folded, stem, plain } of words) {
      if (known[locale].has(plain)) continue;
      putWord.run(locale, folded, stem, plain);
      known[locale].add(plain);
    }
  }

  return {
    /** Indexes a document, anew when it is there. */
    put(entry: SearchableEntry): void {
      const { kind, documentId, locale } = entry;
      const row = find.get(locale, kind, documentId);
      if (row !== undefined) unindex[locale].run(row);
      const superseded = entry.kind === 'article' && entry.supersededBy !== null ? 1 : 0;
      const at = put.get(locale, kind, documentId, dateOf(entry), superseded);
      if (at === undefined) throw new Error('SQLite returned no row for what it has inserted.');
      const { title, otherNames = '', summary, body } = searchableText(entry);
      const columns = [`${title}\n${otherNames}`, summary, body].map((text) => stemmedWords(text, locale));
      for (const words of columns) learn(locale, words);
      const [titleText = '', summaryText = '', bodyText = ''] = columns.map(indexedText);
      index[locale].run(at, titleText, summaryText, bodyText);
    },

    /** Forgets a document; nothing happens when it isn't indexed. */
    drop(kind: EntryKind, documentId: string, locale: string): void {
      const row = find.get(locale, kind, documentId);
      if (row === undefined) return;
      for (const each of LOCALES) if (each === locale) unindex[each].run(row);
      drop.run(row);
    },
  };
}
