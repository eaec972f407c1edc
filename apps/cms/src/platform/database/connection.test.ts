import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepStatements } from './connection.ts';

describe('statements kept compiled', () => {
  let handle: Database.Database;
  beforeEach(() => {
    handle = new Database(':memory:');
    keepStatements(handle);
    handle.exec('CREATE TABLE reader (id INTEGER PRIMARY KEY, name TEXT)');
  });

  const all = (sql: string, ...bound: unknown[]) => handle.prepare(sql).all(...bound);

  it('are compiled once for each text', () => {
    const sql = 'SELECT name FROM reader WHERE id = ?';
    expect(handle.prepare(sql)).toBe(handle.prepare(sql));
    expect(handle.prepare(sql)).not.toBe(handle.prepare(`${sql} `));
  });

  it('give the values they are run with, each time', () => {
    const insert = 'INSERT INTO reader (id, name) VALUES (?, ?)';
    handle.prepare(insert).run(1, 'un');
    handle.prepare(insert).run(2, 'deux');
    const sql = 'SELECT name FROM reader WHERE id = ?';
    expect([all(sql, 1), all(sql, 2), all(sql, 3)]).toEqual([[{ name: 'un' }], [{ name: 'deux' }], []]);
  });

  it.each([
    ['prepared', (sql: string) => void handle.prepare(sql).run()],
    ['executed', (sql: string) => void handle.exec(sql)],
  ])('see a column that comes later, %s', (_, change) => {
    handle.prepare("INSERT INTO reader (id, name) VALUES (1, 'un')").run();
    expect(all('SELECT * FROM reader')).toEqual([{ id: 1, name: 'un' }]);
    change("ALTER TABLE reader ADD COLUMN locale TEXT DEFAULT 'fr-CA'");
    expect(all('SELECT * FROM reader')).toEqual([{ id: 1, name: 'un', locale: 'fr-CA' }]);
  });

  it('stay through transactions', () => {
    const sql = 'SELECT name FROM reader';
    const kept = handle.prepare(sql);
    for (const word of ['BEGIN IMMEDIATE;', 'SAVEPOINT one;', 'RELEASE one;', 'COMMIT;'])
      handle.prepare(word).run();
    expect(handle.prepare(sql)).toBe(kept);
  });

  it('are forgotten, the longest unused first, beyond five hundred', () => {
    const sql = (at: number) => `SELECT ${at} AS at FROM reader`;
    const [first, second] = [handle.prepare(sql(0)), handle.prepare(sql(1))];
    for (let at = 2; at < 500; at += 1) handle.prepare(sql(at));
    expect(handle.prepare(sql(0))).toBe(first);
    handle.prepare(sql(500));
    expect(handle.prepare(sql(0))).toBe(first);
    expect(handle.prepare(sql(1))).not.toBe(second);
  });
});
