import type { PollCounts } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { countsOf, EMPTY_TALLY } from '../domain/tally.ts';
import { createKeyring, type ReadKeys } from './ballot-keys.ts';
import type { PollRow } from './poll-rows.ts';
import type { PollSetting } from './poll-setting.ts';
import { readTally } from './tallies.ts';

const keyrings = new WeakMap<PollSetting, ReadKeys>();

function keyringOf(setting: PollSetting): ReadKeys {
  const known = keyrings.get(setting);
  if (known) return known;
  const made = createKeyring(setting.envelopes);
  keyrings.set(setting, made);
  return made;
}

/** The counts as they are at this moment; `keys` are the options of a poll that has never opened. */
export async function readCounts(
  setting: PollSetting,
  transaction: Transaction,
  row: PollRow | null,
  keys: readonly string[],
): Promise<PollCounts> {
  if (row === null) return countsOf(EMPTY_TALLY, keys);
  if (row.result !== null) return row.result;
  if (row.secret === null) throw new Error(`The poll ${row.documentId} has neither a count nor a secret`);
  const ballotKeys = await keyringOf(setting)(row.documentId, row.secret);
  return countsOf(await readTally(transaction, row.documentId, ballotKeys), row.paper.keys);
}
