import { createRequire } from 'node:module';
import { z } from 'zod';
import { createEnvelopes } from '../../src/platform/crypto/envelopes.ts';
import type { Connection } from '../../src/platform/jobs/database.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import { createSmtp } from '../../src/platform/mailer/adapters/smtp.ts';
import type { DkimKey, SmtpPatience } from '../../src/platform/mailer/adapters/smtp-pool.ts';
import { createMailer } from '../../src/platform/mailer/create-mailer.ts';
import type { Mail, RaiseAlarm, Templates } from '../../src/platform/mailer/mail.ts';

/** Mail over the tables of the jobs, without the CMS. */
export interface TestMailer {
  /** Puts mails into the outbox, in one transaction; gives their ids. */
  post(...mails: Mail[]): Promise<string[]>;
  alarms: Parameters<RaiseAlarm>[0][];
  /** What was logged. */
  logged: string[];
  close(): void;
}

interface TestMailerOptions {
  connection: Connection;
  jobs: Jobs;
  url: string;
  patience?: Partial<SmtpPatience>;
  dkim?: DkimKey;
  clock?: () => Date;
}

const { up } = createRequire(import.meta.url)('../../database/migrations/2026.11.24T00.00.02.mails.js');

/** Makes the table of mails. */
export const makeMailTable = (connection: Connection): Promise<void> => up(connection);

const letterSchema = z.object({ subject: z.string(), body: z.string() });

/** Letters of a subject and a body. */
const letters: Templates = {
  subjectOf: ({ data }) => letterSchema.parse(data).subject,
  async render({ data }) {
    const { subject, body } = letterSchema.parse(data);
    return { subject, text: body, html: `<p>${body}</p>` };
  },
};

/** A letter to an address. */
export function letterTo(address: string, more: Partial<Mail> = {}): Mail {
  const data = { subject: 'Une lettre', body: `Bonjour ${address}` };
  return { to: { name: '', address }, locale: 'fr-CA', template: 'letter', data, ...more };
}

export function openMailer({ connection, jobs, url, patience, dkim, clock }: TestMailerOptions): TestMailer {
  const alarms: TestMailer['alarms'] = [];
  const logged: string[] = [];
  const transport = createSmtp(url, {
    patience: { connectionMs: 1500, silenceMs: 1500, wholeMs: 20_000, ...patience },
    dkim,
  });
  const { sendMail } = createMailer({
    connection,
    jobs,
    envelopes: createEnvelopes('c'.repeat(64)),
    templates: letters,
    transport,
    from: { name: 'Passerelle', address: 'bonjour@passerelle.example' },
    alarm: async (alarm) => {
      alarms.push(alarm);
    },
    log: (level, message) => logged.push(`${level}: ${message}`),
    ...(clock && { clock }),
  });
  return {
    alarms,
    logged,
    async post(...mails) {
      const ids: string[] = [];
      await connection.transaction(async (trx) => {
        for (const mail of mails) ids.push(await sendMail(trx, mail));
      });
      return ids;
    },
    close: () => transport.close(),
  };
}

const rowSchema = z.object({
  id: z.string(),
  state: z.string(),
  attempts: z.number(),
  failure: z.string().nullable(),
  content: z.string().nullable(),
});

/** The outbox's rows, or that of an id. */
export async function readRows(connection: Connection, id?: string) {
  const rows = await connection('passerelle_mails').where(id === undefined ? {} : { id });
  return z.array(rowSchema).parse(rows);
}
