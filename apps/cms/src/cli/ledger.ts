import { parseArgs } from 'node:util';
import { emailAddressSchema, readerEvidenceBodySchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import createReaders from '../api/reader-desk/services/readers.ts';
import { verifyLedger } from '../consent/ledger.ts';
import { runCommand, runMain } from './run.ts';

const USAGE = `ledger verify
ledger evidence --email <address> --reason <text> [--format json|pdf] [--language fr|en]
`;

const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('verify') }),
  z.strictObject({
    command: z.literal('evidence'),
    email: emailAddressSchema,
    reason: readerEvidenceBodySchema.shape.reason,
    format: readerEvidenceBodySchema.shape.format.default('json'),
    language: readerEvidenceBodySchema.shape.words,
  }),
]);
type Command = z.infer<typeof commandSchema>;

function readCommand(args: string[]): Command | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        reason: { type: 'string' },
        format: { type: 'string' },
        language: { type: 'string' },
      },
    });
    const parsed = commandSchema.safeParse({ command: positionals.join(' '), ...values });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Exit code 1, and which event, when the ledger of consent isn't as it was written. */
async function verify(strapi: Core.Strapi): Promise<number> {
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
}

/** Prints the file; exit code 1 when nothing is known of the address. */
async function evidence(
  strapi: Core.Strapi,
  { email, reason, format, language: words }: Extract<Command, { command: 'evidence' }>,
): Promise<number> {
  const file = await createReaders({ strapi }).evidence(null, { email, reason, format, words });
  if (file === null) {
    process.stderr.write('Rien n’est connu de cette adresse / nothing is known of this address\n');
    return 1;
  }
  await new Promise<void>((written) => process.stdout.write(file.content, () => written()));
  return 0;
}

/** `ledger`: whether it is whole, and what it proves of one person. */
void runMain({
  usage: USAGE,
  readCommand,
  run: (command) =>
    runCommand((strapi) => (command.command === 'verify' ? verify(strapi) : evidence(strapi, command))),
});
