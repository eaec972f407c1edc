import { Command, CommanderError } from 'commander';
import { doctor } from './doctor.mjs';
import { importFiles } from './import.mjs';
import { rotateKeys } from './keys.mjs';
import { ledger } from './ledger.mjs';
import { mailDoctor } from './mail.mjs';
import { importReaders, unsubscribeReader } from './newsletter.mjs';
import { privacy } from './privacy.mjs';
import { publish } from './publish.mjs';
import { releases } from './releases.mjs';
import { seed } from './seed.mjs';
import { spool } from './spool.mjs';
import { strapi } from './strapi.mjs';

const EXIT_USAGE = 2;

const EXIT_CODES = `
Exit codes: 0 done; 1 it could not be done, the output says why; 2 the command was not understood.`;

/**
 * The `passerelle` command line.
 * @param {readonly string[]} args without the program's name
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function runCommandLine(args, signal) {
  let exitCode = 0;
  /** @template {readonly unknown[]} Args @param {(...args: Args) => Promise<number>} work */
  const exiting =
    (work) =>
    /** @param {Args} given */
    async (...given) => {
      exitCode = await work(...given);
    };

  const program = new Command('passerelle')
    .description('Runs and looks after a Passerelle installation.')
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError()
    .enablePositionalOptions()
    .exitOverride();

  program
    .command('doctor')
    .description('Check the installation and say what to do about what is wrong.')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExit codes: 0 nothing is wrong, warnings aside; 1 something is wrong.')
    .action(exiting((/** @type {{ json?: boolean }} */ options) => doctor(options)));

  program
    .command('import')
    .description('Read pages of an old site and write them to the CMS as drafts.')
    .argument('<file...>', 'plain text files')
    .option('--locale <locale>', 'language of the files: fr-CA or en-CA')
    .option('--dry-run', 'say what would be written, write nothing')
    .option('--report <format>', 'how to print the report: text or json')
    .action(
      exiting((/** @type {string[]} */ files, /** @type {import('./import.mjs').ImportOptions} */ options) =>
        importFiles(files, options, signal),
      ),
    );

  program
    .command('seed')
    .description('Load the demo content; what is there already is left alone.')
    .option('--force', 'also set demo content that was edited back to how it comes')
    .action(exiting((/** @type {{ force?: boolean }} */ options) => seed(options, signal)));

  program
    .command('publish')
    .description('Build a release now and make it live.')
    .option('--allow-shrink', 'accept a release with far fewer pages than the live one')
    .action(exiting((/** @type {{ allowShrink?: boolean }} */ options) => publish(options, signal)));

  const releasesCommand = program.command('releases').description('Look at the releases and go back to one.');
  releasesCommand
    .command('list')
    .description('List the releases there are; * is the live one.')
    .action(exiting(() => releases(['list'], signal)));
  releasesCommand
    .command('rollback')
    .description('Make an earlier release live: the one before the live one, or the one named.')
    .argument('[id]', 'as “releases list” shows it')
    .action(
      exiting((/** @type {string | undefined} */ id) => releases(['rollback', ...(id ? [id] : [])], signal)),
    );

  const ledgerCommand = program.command('ledger').description('Look after the ledger of consent.');
  ledgerCommand
    .command('verify')
    .description('Check that nothing in it was changed, taken out or put in.')
    .action(exiting(() => ledger(['verify'], signal)));
  ledgerCommand
    .command('evidence')
    .description('Print everything that proves what a person consented to.')
    .requiredOption('--email <address>', 'of the person')
    .requiredOption('--reason <text>', 'goes on record; nothing of the person')
    .option('--format <format>', 'json or pdf', 'json')
    .option('--language <language>', 'of the file: fr or en; the reader’s own by default')
    .addHelpText('after', '\nExit codes: 0 printed; 1 nothing is known of this address.')
    .action(
      exiting((/** @type {Record<'email' | 'reason' | 'format' | 'language', string>} */ given) =>
        ledger(['evidence', ...optionsOf(given)], signal),
      ),
    );

  const newsletterCommand = program
    .command('newsletter')
    .description('Look after the readers of the newsletter.');
  newsletterCommand
    .command('import')
    .description(
      'Take readers over from a CSV file; those without evidence of a consent are kept and not written to.',
    )
    .argument('<file>', 'CSV with a header, in UTF-8 or Windows-1252')
    .option(
      '--map <fields>',
      'which column is what: email=Courriel,consentDate=Date,source=…; guessed without it',
    )
    .option('--locale <locale>', 'of readers whose line says none: fr-CA or en-CA', 'fr-CA')
    .option('--language <language>', 'of the report: fr or en', 'fr')
    .option('--dry-run', 'say what would come of each line, write nothing')
    .addHelpText(
      'after',
      '\nExit codes: 0 done; 1 a line was refused, or the file couldn’t be read to its end.',
    )
    .action(
      exiting(
        (
          /** @type {string} */ file,
          /** @type {Record<'map' | 'locale' | 'language', string> & { dryRun?: boolean }} */ {
            dryRun,
            ...given
          },
        ) => importReaders(file, [...optionsOf(given), ...(dryRun ? ['--dry-run'] : [])], signal),
      ),
    );

  newsletterCommand
    .command('unsubscribe')
    .description('End the subscription of who asked for it by other means than the link of each mail.')
    .requiredOption('--email <address>', 'of the reader')
    .requiredOption('--channel <channel>', 'how they asked, for the ledger: email, telephone or letter')
    .addHelpText('after', '\nExit codes: 0 nothing is sent any more; 1 there is no reader of this address.')
    .action(
      exiting((/** @type {Record<'email' | 'channel', string>} */ given) =>
        unsubscribeReader(optionsOf(given), signal),
      ),
    );

  program
    .command('keys')
    .description('Look after the keys of personal records.')
    .command('rotate')
    .description('Put them under MASTER_KEY, where they still are under a key of MASTER_KEYS_OLD.')
    .action(exiting(() => rotateKeys(signal)));

  program
    .command('mail')
    .description('Look after the mail that is sent.')
    .command('doctor')
    .description(
      'Check what decides whether mail arrives: the server, SPF, DKIM, DMARC, the ways to unsubscribe.',
    )
    .option('--records <file>', 'look names up in a file instead of the DNS: JSON with txt, mx, a, ptr')
    .option('--language <language>', 'of the report: fr or en', 'fr')
    .option('--json', 'print the result as JSON')
    .option('--send <address>', 'send a test mail there')
    .addHelpText('after', '\nExit codes: 0 nothing must be mended, warnings aside; 1 something must be.')
    .action(
      exiting((/** @type {import('./mail.mjs').MailDoctorOptions} */ options) => mailDoctor(options, signal)),
    );

  const spoolCommand = program
    .command('spool')
    .description('Look after what visitors sent and the CMS could not take.');
  spoolCommand
    .command('poisoned')
    .description('List what was set aside after eight tries; nothing of a person is shown.')
    .action(exiting(() => spool(['poisoned'], signal)));
  spoolCommand
    .command('retry')
    .description('Have it sent to the CMS again, once what kept it from there is mended.')
    .argument('[id...]', 'as “spool poisoned” shows them')
    .option('--all', 'everything that was set aside')
    .addHelpText(
      'after',
      '\nExit codes: 0 it waits to be sent; 1 some of it is not there; 2 neither ids nor --all.',
    )
    .action(
      exiting((/** @type {string[]} */ ids, /** @type {{ all?: boolean }} */ { all }) =>
        spool(['retry', ...(all ? ['--all'] : []), ...ids], signal),
      ),
    );

  const privacyCommand = program
    .command('privacy')
    .description('Erase by age; hand out or erase what is kept of one person.');
  privacyCommand
    .command('purge')
    .description('Erase the requests that are past their time.')
    .option('--dry-run', 'say what would be erased, erase nothing')
    .action(
      exiting((/** @type {{ dryRun?: boolean }} */ { dryRun }) =>
        privacy(['purge', ...(dryRun ? ['--dry-run'] : [])], signal),
      ),
    );
  privacyCommand
    .command('export')
    .description('Print everything that is kept of a person.')
    .requiredOption('--email <address>', 'of the person')
    .requiredOption('--reason <text>', 'goes on record; nothing of the person')
    .option('--format <format>', 'json, csv or pdf', 'json')
    .option('--language <language>', 'of the file: fr or en', 'fr')
    .action(
      exiting((/** @type {Record<'email' | 'reason' | 'format' | 'language', string>} */ given) =>
        privacy(['export', ...optionsOf(given)], signal),
      ),
    );
  privacyCommand
    .command('erase')
    .description('Erase a person and print the certificate.')
    .requiredOption('--email <address>', 'of the person')
    .requiredOption('--reason <text>', 'goes on record; nothing of the person')
    .addHelpText('after', '\nExit codes: 0 erased; 1 something must be kept, nothing was erased.')
    .action(
      exiting((/** @type {Record<'email' | 'reason', string>} */ given) =>
        privacy(['erase', ...optionsOf(given)], signal),
      ),
    );

  program
    .command('strapi')
    .description(
      "Strapi's own commands with this installation's settings, such as admin:reset-user-password.",
    )
    .argument('[args...]', 'as Strapi documents them; “-- --help” lists them')
    .passThroughOptions()
    .allowUnknownOption()
    .action(exiting((/** @type {string[]} */ args) => strapi(args, signal)));

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : EXIT_USAGE;
  }
  return exitCode;
}

/** @param {Readonly<Record<string, string>>} given */
const optionsOf = (given) => Object.entries(given).map(([name, value]) => `--${name}=${value}`);
