import { parseArgs } from 'node:util';
import { bundleFormatSchema, emailAddressSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { inquirySettingOf } from '../api/inquiry/adapters/inquiry-setting.ts';
import { purgeInquiries, readPurges } from '../api/inquiry/adapters/purge.ts';
import { bundleFile } from '../privacy/adapters/bundle-file.ts';
import { erasePerson } from '../privacy/adapters/erase-person.ts';
import { gatherBundle } from '../privacy/adapters/gather-bundle.ts';
import { privacyOf } from '../privacy/adapters/privacy-setting.ts';
import { runCommand, runMain } from './run.ts';

const USAGE = `privacy purge [--dry-run]
privacy export --email <address> --reason <text> [--format json|csv|pdf|zip] [--language fr|en]
privacy erase --email <address> --reason <text>
`;

const person = { email: emailAddressSchema, reason: z.string().trim().min(3).max(1_000) };
const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('purge'), 'dry-run': z.boolean().default(false) }),
  z.strictObject({
    command: z.literal('export'),
    ...person,
    format: bundleFormatSchema.default('json'),
    language: z.enum(['fr', 'en']).default('fr'),
  }),
  z.strictObject({ command: z.literal('erase'), ...person }),
]);
type Command = z.infer<typeof commandSchema>;

function readCommand(args: string[]): Command | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
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

async function run(strapi: Core.Strapi, command: Command): Promise<number> {
  switch (command.command) {
    case 'purge': {
      const setting = inquirySettingOf(strapi);
      const { next } = await readPurges(setting);
      if (!command['dry-run']) await purgeInquiries(setting, new AbortController().signal);
      const words = command['dry-run'] ? 'à effacer / to be erased' : 'effacées / erased';
      process.stdout.write(`${words}: ${JSON.stringify(next.counts)} ${next.hash}\n`);
      return 0;
    }
    case 'export': {
      const { email, reason, format, language } = command;
      const gathering = { email, actor: null, reason, reference: null };
      const gathered = await gatherBundle(privacyOf(strapi), gathering);
      const { content } = await bundleFile(gathered, { format, words: language });
      const parts = typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content;
      for await (const part of parts) {
        await new Promise<void>((written) => process.stdout.write(part, () => written()));
      }
      return 0;
    }
    case 'erase': {
      const { email, reason } = command;
      const erasing = { email, reason, actor: null, ledgerActor: 'system' } as const;
      const result = await erasePerson(privacyOf(strapi), erasing);
      if (typeof result === 'string') {
        process.stderr.write(
          'Rien n’a été effacé : une demande de cette personne doit être conservée / ' +
            'nothing was erased: a request of this person must be kept\n',
        );
        return 1;
      }
      process.stdout.write(`${JSON.stringify(result)}\n`);
      return 0;
    }
  }
}

/** `privacy`: what is erased by age, and what is kept of one person. Exit code 2 when it was not understood. */
void runMain({
  usage: USAGE,
  readCommand,
  run: (command) => runCommand((strapi) => run(strapi, command)),
});
