import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * The least that taking a vote costs: a key, a participation and a count in one transaction each, flushed, in one
 * process without HTTP.
 *
 * @returns votes per second.
 */
export function rawVotes(folder: string, seconds: number): number {
  const database = new Database(join(folder, 'raw.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE submission (key BLOB PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE participation (poll TEXT, voter BLOB, PRIMARY KEY (poll, voter)) WITHOUT ROWID;
    CREATE TABLE tally (poll TEXT, choice TEXT, count INTEGER, PRIMARY KEY (poll, choice));
    INSERT INTO tally VALUES ('poll', 'a', 0), ('poll', 'b', 0), ('poll', 'c', 0);
  `);
  const key = database.prepare<[Buffer]>(`INSERT INTO submission VALUES (?, 'accepted')`);
  const voter = database.prepare<[Buffer]>(`INSERT INTO participation VALUES ('poll', ?)`);
  const count = database.prepare<[string]>(
    `UPDATE tally SET count = count + 1 WHERE poll = 'poll' AND choice = ?`,
  );
  const vote = database.transaction((choice: string) => {
    key.run(randomBytes(32));
    voter.run(randomBytes(16));
    count.run(choice);
  });
  const options = ['a', 'b', 'c'];
  const began = performance.now();
  let votes = 0;
  for (; performance.now() - began < seconds * 1_000; votes += 1) vote(options[votes % 3] ?? 'a');
  const rate = votes / ((performance.now() - began) / 1_000);
  database.close();
  return rate;
}
