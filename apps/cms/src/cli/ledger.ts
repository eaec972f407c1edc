import { verifyLedger } from '../consent/ledger.ts';
import { runCommand } from './run.ts';

/** `ledger verify`: exit code 1, and which event, when the ledger of consent isn't as it was written. */
async function main(): Promise<number> {
  if (process.argv[2] !== 'verify') {
    process.stderr.write('ledger verify\n');
    return 2;
  }
  return runCommand(async (strapi) => {
    const { events, brokenAt, hash } = await verifyLedger(strapi);
    if (brokenAt !== null) {
      process.stderr.write(
        `Registre altéré à partir de l’événement ${brokenAt} (${events} en tout) / ` +
          `ledger altered from event ${brokenAt} on (${events} in all)\n`,
      );
      return 1;
    }
    process.stdout.write(`Registre intact / ledger whole: ${events} ${hash}\n`);
    return 0;
  });
}

void main().then((code) => process.exit(code));
