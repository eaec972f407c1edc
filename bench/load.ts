import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';

/**
 * Fills the CMS's SQLite database with copies of its French-only demo articles, published, with their
 * texts, terms and covers, until there are `count` articles in French. The CMS must not be running.
 *
 * Writing rows takes seconds where publishing ten thousand articles one by one would take minutes; what
 * is measured afterwards goes through the CMS as always.
 */
export function loadArticles(file: string, count: number): void {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  try {
    database.transaction(() => copyArticles(database, count))();
  } finally {
    database.close();
  }
}

type Row = Record<string, string | number | null>;

/** Tables that say what an article is linked to, and by which column they name it. */
const LINKS = [
  ['articles_authors_lnk', 'article_id'],
  ['articles_category_lnk', 'article_id'],
  ['articles_tags_lnk', 'article_id'],
  ['articles_programmes_lnk', 'article_id'],
] as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST = Date.UTC(2016, 0, 4, 14);

function copyArticles(database: Database.Database, count: number): void {
  const templates = database
    .prepare<[], string>(
      `SELECT document_id FROM articles WHERE published_at IS NOT NULL
       GROUP BY document_id HAVING max(locale) = 'fr-CA' AND min(locale) = 'fr-CA' ORDER BY document_id`,
    )
    .pluck()
    .all();
  const there = database
    .prepare<[], number>(`SELECT count(*) FROM articles WHERE published_at IS NOT NULL AND locale = 'fr-CA'`)
    .pluck()
    .get();
  if (templates.length === 0 || there === undefined) throw new Error('Seed the demo content first.');
  // None in the future: Hugo would leave it out.
  const apart = Math.min(7 * HOUR_MS, Math.floor((Date.now() - DAY_MS - FIRST) / count));
  const copy = articleCopier(database, apart);
  for (let index = there; index < count; index += 1) {
    const template = templates[index % templates.length];
    if (template !== undefined) copy(template, index);
  }
}

function articleCopier(database: Database.Database, apart: number) {
  const statements = new Map<string, Database.Statement<Row>>();

  /** Inserts a row under a new id. @returns the id. */
  function insert(table: string, { id: _, ...row }: Row): number {
    const columns = Object.keys(row);
    let statement = statements.get(table);
    if (!statement) {
      const names = columns.map((column) => `"${column}"`).join(', ');
      const values = columns.map((column) => `@${column}`).join(', ');
      statement = database.prepare<Row>(`INSERT INTO "${table}" (${names}) VALUES (${values})`);
      statements.set(table, statement);
    }
    return Number(statement.run(row).lastInsertRowid);
  }

  const rowsOf = (table: string, column: string, id: number | string) =>
    database.prepare<[number | string], Row>(`SELECT * FROM "${table}" WHERE "${column}" = ?`).all(id);
  const memo = new Map<string, Row[]>();
  const rowsOnce = (table: string, column: string, id: number | string) => {
    const key = `${table}/${column}/${id}`;
    const rows = memo.get(key) ?? rowsOf(table, column, id);
    memo.set(key, rows);
    return rows;
  };

  const tableOf = (component: string) => {
    const [group = '', name = ''] = component.split('.');
    return `components_${group}_${name.replaceAll('-', '_')}`;
  };

  return function copyArticle(template: string, index: number): void {
    const documentId = `b${randomBytes(12).toString('hex').slice(0, 23)}`;
    const at = FIRST + index * apart;
    for (const article of rowsOnce('articles', 'document_id', template)) {
      const original = Number(article.id);
      const id = insert('articles', {
        ...article,
        document_id: documentId,
        slug: `${article.slug}-${index}`,
        title: `${article.title} (${index})`,
        public_since: at,
      });
      for (const [table, column] of LINKS) {
        for (const link of rowsOnce(table, column, original)) insert(table, { ...link, [column]: id });
      }
      for (const part of rowsOnce('articles_cmps', 'entity_id', original)) {
        const component = tableOf(String(part.component_type));
        const [row] = rowsOnce(component, 'id', Number(part.cmp_id));
        if (row) insert('articles_cmps', { ...part, entity_id: id, cmp_id: insert(component, row) });
      }
      for (const file of rowsOnce('files_related_mph', 'related_id', original)) {
        if (file.related_type === 'api::article.article')
          insert('files_related_mph', { ...file, related_id: id });
      }
    }
    database
      .prepare(
        `INSERT INTO passerelle_changes (kind, document_id, locale, at) VALUES ('article', ?, 'fr-CA', ?)`,
      )
      .run(documentId, at);
  };
}
