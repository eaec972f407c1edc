import { env } from '../env.ts';
import { createPersonalRecords } from '../platform/crypto/personal-records.ts';
import { personalTablesOf } from '../platform/crypto/personal-tables.ts';
import { rotateKeys } from '../platform/crypto/rotate-keys.ts';
import { runCommand } from './run.ts';

/** `keys rotate`: has MASTER_KEY wrap every record's key. Exit code 1 when some can't be opened. */
async function main(): Promise<number> {
  if (process.argv[2] !== 'rotate') {
    process.stderr.write('keys rotate\n');
    return 2;
  }
  return runCommand(async (strapi) => {
    const { MASTER_KEY, MASTER_KEYS_OLD } = env();
    const records = createPersonalRecords({ masterKey: MASTER_KEY, oldKeys: MASTER_KEYS_OLD });
    let unreadable = 0;
    for (const table of personalTablesOf(strapi)) {
      const rotated = await rotateKeys({ connection: strapi.db.connection, records }, table);
      unreadable += rotated.unreadable;
      process.stdout.write(
        `${rotated.table}: ${rotated.rewrapped} renouvelées / renewed, ${rotated.unreadable} illisibles / unreadable\n`,
      );
    }
    return unreadable === 0 ? 0 : 1;
  });
}

void main().then((code) => process.exit(code));
