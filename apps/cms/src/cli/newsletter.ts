import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  DEFAULT_LOCALE,
  type ImportMapping,
  type ImportReport,
  importFieldSchema,
  importMappingSchema,
  localeSchema,
  PREVIEW_OCTETS,
  readerLiftBodySchema,
  readerUnsubscribeBodySchema,
} from '@passerelle/contracts';
import { z } from 'zod';
import createReaders from '../api/reader-desk/services/readers.ts';
import { runCommand, runMain } from './run.ts';

const USAGE = `newsletter import <file> [--map email=Courriel,consentDate=Date…] [--locale fr-CA|en-CA] [--language fr|en] [--dry-run]
newsletter unsubscribe --email <address> --channel email|telephone|letter
newsletter lift --email <address> --reason <text>
`;

const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('import'),
    operands: z.tuple([z.string()]),
    map: z.string().optional(),
    locale: localeSchema.default(DEFAULT_LOCALE),
    language: z.enum(['fr', 'en']).default('fr'),
    'dry-run': z.boolean().default(false),
  }),
  z.strictObject({
    command: z.literal('unsubscribe'),
    operands: z.tuple([]),
    ...readerUnsubscribeBodySchema.shape,
  }),
  z.strictObject({
    command: z.literal('lift'),
    operands: z.tuple([]),
    ...readerLiftBodySchema.shape,
  }),
]);
type Command = z.infer<typeof commandSchema>;
type Import = Extract<Command, { command: 'import' }>;
type Unsubscribe = Extract<Command, { command: 'unsubscribe' }>;
type Lift = Extract<Command, { command: 'lift' }>;

function readCommand(args: string[]): Command | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        locale: { type: 'string' },
        language: { type: 'string' },
        'dry-run': { type: 'boolean' },
        email: { type: 'string' },
        channel: { type: 'string' },
        reason: { type: 'string' },
      },
    });
    const [command, ...operands] = positionals;
    const parsed = commandSchema.safeParse({ command, operands, ...values });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The columns that `--map` names by their header; those that the header's names suggest without it. */
function mappingOf(
  map: string | undefined,
  { header, guess }: { header: string[]; guess: ImportMapping },
): ImportMapping | null {
  const pairs = map?.split(',').map((pair) => {
    const [field = '', ...name] = pair.split('=');
    return [field.trim(), header.indexOf(name.join('=').trim())] as const;
  });
  if (pairs?.some(([field, column]) => column === -1 || !importFieldSchema.safeParse(field).success))
    return null;
  const parsed = importMappingSchema.safeParse(pairs === undefined ? guess : Object.fromEntries(pairs));
  return parsed.success ? parsed.data : null;
}

/** Takes readers over from a CSV file and prints the report. Exit code 1 where a line was refused or the file not read to its end. */
async function importFile(command: Import): Promise<number> {
  const { operands, locale, language: words, 'dry-run': dryRun } = command;
  const [file] = operands;
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) {
    process.stderr.write(`${file}: ce fichier ne peut pas être lu / this file can’t be read\n`);
    return 1;
  }
  return runCommand(async (strapi) => {
    const readers = createReaders({ strapi });
    const preview = await readers.preview(createReadStream(file, { end: PREVIEW_OCTETS - 1 }));
    const mapping = mappingOf(command.map, preview);
    if (mapping === null) {
      process.stderr.write(`${USAGE}Colonnes / columns: ${preview.header.join(', ')}\n`);
      return 2;
    }
    const report = await readers.import(null, createReadStream(file), { mapping, locale, dryRun, words });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return exitCode(report);
  });
}

/** Ends the subscription of an address. Exit code 1 where there is no reader. */
function unsubscribe({ email, channel }: Unsubscribe): Promise<number> {
  return runCommand(async (strapi) => {
    const done = await createReaders({ strapi }).unsubscribe(null, { email, channel });
    if (done === null) {
      process.stderr.write('Aucun lecteur à cette adresse / no reader at this address\n');
      return 1;
    }
    process.stdout.write(`${JSON.stringify(done)}\n`);
    return 0;
  });
}

/** Lets a suppressed address be written to again, once its reader asks for it. */
function lift({ email, reason }: Lift): Promise<number> {
  return runCommand(async (strapi) => {
    const done = await createReaders({ strapi }).lift(null, { email, reason });
    process.stdout.write(`${JSON.stringify(done)}\n`);
    return 0;
  });
}

function run(command: Command): Promise<number> {
  switch (command.command) {
    case 'import':
      return importFile(command);
    case 'unsubscribe':
      return unsubscribe(command);
    case 'lift':
      return lift(command);
  }
}

const exitCode = ({ outcomes, stopped }: ImportReport): number =>
  outcomes.refused > 0 || stopped !== null ? 1 : 0;

/** `newsletter`: the readers, from the command line. Exit code 2 when it was not understood. */
void runMain({
  usage: USAGE,
  readCommand,
  run,
});
