import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Counting as it is written first: a participation and `count = count + 1` on the option's row, in one transaction a
 * vote. All wait for the same rows.
 *
 * @returns votes per second of so many clients of PostgreSQL.
 */
export async function hotRowVotes(url: string, clients: number, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  // What happens to a connection that isn't in use is no matter here.
  pool.on('error', () => {});
  await pool.query(`
    CREATE TABLE hot_participation (poll text, voter bytea, PRIMARY KEY (poll, voter));
    CREATE TABLE hot_tally (poll text, choice text, count int, PRIMARY KEY (poll, choice));
    INSERT INTO hot_tally VALUES ('poll', 'a', 0), ('poll', 'b', 0), ('poll', 'c', 0);
  `);
  const options = ['a', 'b', 'c'];
  const end = performance.now() + seconds * 1_000;
  let votes = 0;
  async function client(number: number): Promise<void> {
    const connection = await pool.connect();
    for (let turn = number; performance.now() < end; turn += 1) {
      await connection.query('BEGIN');
      await connection.query(`INSERT INTO hot_participation VALUES ('poll', $1)`, [randomBytes(16)]);
      await connection.query(`UPDATE hot_tally SET count = count + 1 WHERE poll = 'poll' AND choice = $1`, [
        options[turn % 3],
      ]);
      await connection.query('COMMIT');
      votes += 1;
    }
    connection.release();
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await pool.end();
  return votes / seconds;
}
