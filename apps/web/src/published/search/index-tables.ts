import type { Locale } from '@passerelle/contracts';

/** The full-text index of each language. */
export const INDEX_TABLE = { 'fr-CA': 'search_fr', 'en-CA': 'search_en' } as const satisfies Record<
  Locale,
  string
>;

/**
 * The search index, beside the content it is made of: `search_entry` says which document a row of the index is,
 * `search_fr` and `search_en` hold stems alone (no text: that is in `entry`), `search_word` the words that
 * there are, to complete one and to guess at a misspelt one.
 *
 * FTS5 (https://sqlite.org/fts5.html) sees stems only, so its own tokenizer has nothing left to do.
 */
export const SEARCH_SCHEMA = `
  CREATE TABLE search_entry (
    row INTEGER PRIMARY KEY,
    locale TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    at TEXT NOT NULL, superseded INTEGER NOT NULL,
    UNIQUE (locale, kind, id)
  );
  ${Object.values(INDEX_TABLE)
    .map(
      (table) => `CREATE VIRTUAL TABLE ${table} USING fts5 (
    title, summary, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );`,
    )
    .join('\n  ')}
  CREATE TABLE search_word (
    locale TEXT NOT NULL, folded TEXT NOT NULL, stem TEXT NOT NULL, plain TEXT NOT NULL,
    PRIMARY KEY (locale, folded, stem)
  ) WITHOUT ROWID;
`;
