import { parseArgs } from 'node:util';
import { emailAddressSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { env } from '../env.ts';
import { readSenderBlock } from '../mail/adapters/organization.ts';
import { examineMail } from '../mail/doctor/examine.ts';
import { stateOf } from '../mail/doctor/findings.ts';
import { namesOfFile, realNames } from '../mail/doctor/names.ts';
import { doctorTexts, readableFindings } from '../mail/doctor/report.ts';
import { sendTestMail } from '../mail/doctor/send-test.ts';
import { probeServer } from '../mail/doctor/server-probe.ts';
import { runCommand, runMain } from './run.ts';

const USAGE = 'mail doctor [--records <file>] [--language fr|en] [--json] [--send <address>]\n';

const commandSchema = z.strictObject({
  command: z.literal('doctor'),
  records: z.string().min(1).optional(),
  language: z.enum(['fr', 'en']).default('fr'),
  json: z.boolean().default(false),
  send: emailAddressSchema.optional(),
});
type Command = z.infer<typeof commandSchema>;

function readCommand(args: string[]): Command | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        records: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean' },
        send: { type: 'string' },
      },
    });
    return commandSchema.safeParse({ command: positionals.join(' '), ...values }).data ?? null;
  } catch {
    return null;
  }
}

async function run(strapi: Core.Strapi, { records, language, json, send }: Command): Promise<number> {
  const words = doctorTexts(language);
  const names = records === undefined ? realNames() : await namesOfFile(records).catch(() => null);
  if (names === null) {
    process.stderr.write(`${words.badRecords(records ?? '')}\n`);
    return 2;
  }
  const senderBlocks = [await readSenderBlock(strapi, 'fr-CA'), await readSenderBlock(strapi, 'en-CA')];
  const findings = await examineMail(env(), { names, probe: probeServer, senderBlocks });
  const told = json
    ? JSON.stringify({ findings: findings.map((one) => ({ ...one, state: stateOf(one) })) }, null, 2)
    : readableFindings(findings, language);
  process.stdout.write(`${told}\n`);
  const isWell = findings.every((one) => stateOf(one) !== 'fail');
  const hasGone = send === undefined || (await sendTo(send, words));
  return isWell && hasGone ? 0 : 1;
}

async function sendTo(to: string, words: ReturnType<typeof doctorTexts>): Promise<boolean> {
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) {
    process.stderr.write(`${words.noServer}\n`);
    return false;
  }
  const outcome = await sendTestMail(env(), SMTP_URL, { to, ...words.test });
  if (outcome.verdict === 'sent') process.stderr.write(`${words.sent}\n`);
  else process.stderr.write(`${words.notSent(outcome.reason)}\n`);
  return outcome.verdict === 'sent';
}

/** `mail doctor`: whether mail can arrive. Exit code 1 when something must be mended, 2 when it was not understood. */
void runMain({
  usage: USAGE,
  readCommand,
  run: (command) => runCommand((strapi) => run(strapi, command)),
});
