import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Random } from '../../../platform/jobs/settings.ts';
import { EMPTY_TALLY, sumTallies, type Tally } from '../domain/tally.ts';
import type { BallotKeys } from './ballot-keys.ts';
import { boxSchema, openTally, sealTally } from './tally-box.ts';

const TABLE = 'passerelle_poll_tallies';

/** On PostgreSQL this many transactions count side by side; on SQLite there is one writer anyway. */
const STRIPES = { pg: 16, sqlite: 1 };

const isPostgres = (connection: Connection | Transaction): boolean =>
  connection.client.config.client === 'pg';

const stripesSchema = z.array(z.object({ stripe: z.number(), box: boxSchema }));

/** Puts a poll's empty boxes in place, instead of those that are there. */
export async function emptyTallies(transaction: Transaction, poll: string, keys: BallotKeys): Promise<void> {
  await deleteTallies(transaction, poll);
  const stripes = isPostgres(transaction) ? STRIPES.pg : STRIPES.sqlite;
  await transaction(TABLE).insert(
    Array.from({ length: stripes }, (_, stripe) => ({
      poll,
      stripe,
      box: sealTally(keys.box, { poll, stripe }, EMPTY_TALLY),
    })),
  );
}

/** Adds to one of a poll's boxes, whichever is free. */
export async function addToTallies(
  transaction: Transaction,
  poll: string,
  keys: BallotKeys,
  tally: Tally,
  random: Random,
): Promise<void> {
  const { stripe, box } = await takeStripe(transaction, poll, random);
  const counted = sumTallies([openTally(keys.box, { poll, stripe }, box), tally]);
  await transaction(TABLE)
    .where({ poll, stripe })
    .update({ box: sealTally(keys.box, { poll, stripe }, counted) });
}

/** Takes a box until the transaction ends. Where all are taken, one is waited for. */
async function takeStripe(transaction: Transaction, poll: string, random: Random) {
  const boxes = transaction(TABLE).select('stripe', 'box').where({ poll });
  if (!isPostgres(transaction)) return oneOf(await boxes.limit(1), poll);
  const free = stripesSchema.parse(await boxes.clone().limit(1).forUpdate().skipLocked());
  if (free.length > 0) return oneOf(free, poll);
  const stripe = Math.floor(random() * STRIPES.pg);
  return oneOf(await boxes.where({ stripe }).forUpdate(), poll);
}

function oneOf(rows: unknown, poll: string) {
  const [row] = stripesSchema.parse(rows);
  if (row === undefined) throw new Error(`The poll ${poll} has no box to count in`);
  return row;
}

/** What all of a poll's boxes hold, exactly: one statement reads one state. */
export async function readTally(
  connection: Connection | Transaction,
  poll: string,
  keys: BallotKeys,
): Promise<Tally> {
  const rows = stripesSchema.parse(await connection(TABLE).select('stripe', 'box').where({ poll }));
  return sumTallies(rows.map(({ stripe, box }) => openTally(keys.box, { poll, stripe }, box)));
}

/** Takes a poll's boxes away. */
export async function deleteTallies(transaction: Transaction, poll: string): Promise<void> {
  await transaction(TABLE).where({ poll }).delete();
}
