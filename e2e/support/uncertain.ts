import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { told } from './newsroom.ts';

/**
 * Leaves an issue as a connection that breaks in the middle of it does: the local mailbox of the stack under test never
 * breaks.
 *
 * @returns the `Message-ID`s of its uncertain mails.
 */
export function leaveUncertain(count: number): string[] {
  const database = new DatabaseSync(join(told('DATA_DIR'), 'cms', 'passerelle.sqlite'), { timeout: 10_000 });
  const id = randomUUID();
  const now = Date.now();
  const ids = Array.from({ length: count }, () => `<${randomBytes(32).toString('base64url')}@localhost>`);
  try {
    database.exec('BEGIN IMMEDIATE');
    database
      .prepare(
        `INSERT INTO passerelle_issues (id, kind, state, content, at, send_at, candidates, prepared, excluded, finished_at)
         VALUES (?, 'digest', 'finished', '{"frequency":"daily"}', ?, ?, ?, ?, '{}', ?)`,
      )
      .run(id, now, now, count, count, now);
    const delivery = database.prepare(
      `INSERT INTO passerelle_deliveries (issue, reader, rendition, domain, message_id, state, attempts, next_at, failure)
       VALUES (?, ?, 'fr-CA x', 'exemple.example', ?, 'uncertain', 1, 0, 'ETIMEDOUT CONN')`,
    );
    for (const messageId of ids) delivery.run(id, randomUUID(), messageId);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
  return ids;
}
