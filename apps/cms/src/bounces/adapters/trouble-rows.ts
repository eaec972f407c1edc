import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import type { BounceSource } from './bounce-rows.ts';

const TROUBLES = 'passerelle_report_troubles';

const sinceSchema = z.object({ since: z.coerce.number() });

/** Notes that reports can't be had from a source. @returns since when, in milliseconds, as `now` is */
export async function noteTrouble(trx: Transaction, source: BounceSource, now: number): Promise<number> {
  await trx(TROUBLES).insert({ source, since: now }).onConflict('source').ignore();
  return sinceSchema.parse(await trx(TROUBLES).where({ source }).first('since')).since;
}

/** Notes that a person is told of it. @returns false when one was */
export async function tellTrouble(trx: Transaction, source: BounceSource, now: number): Promise<boolean> {
  return (await trx(TROUBLES).where({ source }).whereNull('told_at').update({ told_at: now })) === 1;
}

/** Forgets what is over. */
export async function endTrouble(connection: Connection, source: BounceSource): Promise<void> {
  await connection(TROUBLES).where({ source }).delete();
}
