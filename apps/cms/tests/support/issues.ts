import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { accountOf } from '../../src/newsletter/adapters/account-rows.ts';
import { insertIssue, readIssue } from '../../src/newsletter/adapters/issue-rows.ts';
import type { OpenEdition } from '../../src/newsletter/edition.ts';
import { newsletterTexts } from '../../src/newsletter/i18n/texts.ts';
import { createMessageIds } from '../../src/newsletter/message-id.ts';
import type { Rates } from '../../src/newsletter/pace.ts';
import type { Candidate, Reader, Readers } from '../../src/newsletter/readers.ts';
import { READER_SLOTS } from '../../src/newsletter/rendition.ts';
import {
  createSender,
  type Sender,
  type SenderAlarm,
  type SenderSettings,
} from '../../src/newsletter/sender.ts';
import type { Connection, Transaction } from '../../src/platform/jobs/database.ts';
import {
  createSmtpPool,
  type DkimKey,
  type SmtpPatience,
} from '../../src/platform/mailer/adapters/smtp-pool.ts';

const migrations = [
  '2026.11.25T00.00.40.newsletter-issues.js',
  '2026.11.29T00.40.00.rendition-images.js',
  '2026.11.29T00.70.00.news-programmes.js',
];
const require = createRequire(import.meta.url);

/** Readers of their own, in clear, in a table of a few columns. */
export async function makeTables(connection: Connection): Promise<void> {
  for (const name of migrations) await require(`../../database/migrations/${name}`).up(connection);
  await connection.schema.createTable('test_readers', (table) => {
    table.string('id', 36).primary();
    table.string('email', 254).notNullable();
    table.string('status', 16).notNullable();
    table.bigInteger('last_issue_at');
    table.bigInteger('joined_at').notNullable().defaultTo(0);
  });
}

export async function addReaders(connection: Connection, emails: readonly string[]): Promise<void> {
  await connection.transaction(async (trx) => {
    for (let start = 0; start < emails.length; start += 400) {
      await trx('test_readers').insert(
        emails.slice(start, start + 400).map((email) => ({ id: randomUUID(), email, status: 'active' })),
      );
    }
  });
}

export const addressesOf = (count: number, domain = 'exemple.example') =>
  Array.from({ length: count }, (_, number) => `visiteur-${number}@${domain}`);

const rowSchema = z.object({
  id: z.string(),
  email: z.string(),
  status: z.enum(['active', 'unsubscribed', 'paused', 'suppressed']),
  last_issue_at: z.coerce.number().nullable(),
  joined_at: z.coerce.number(),
});
const ids = z.array(z.object({ id: z.string() }));
const PAGE = 1000;

/** The port to them. */
export function testReaders(connection: Connection): Readers {
  async function* candidates(trx: Transaction): AsyncGenerator<Candidate> {
    for (let after = ''; ; ) {
      const page = z
        .array(rowSchema)
        .parse(await trx('test_readers').where('id', '>', after).orderBy('id').limit(PAGE));
      for (const { id, email, status, last_issue_at, joined_at } of page) {
        const reader: Reader = {
          id,
          email,
          locale: 'fr-CA',
          topics: [],
          programmes: [],
          frequency: 'daily',
          lastIssueAt: last_issue_at === null ? null : new Date(last_issue_at),
          joinedAt: new Date(joined_at),
        };
        yield { reader, excluded: status === 'active' ? null : status };
      }
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }
  return {
    candidates,
    async stillWant(trx, wanted) {
      const rows = await trx('test_readers')
        .whereIn('id', [...wanted])
        .where({ status: 'active' })
        .select('id');
      return new Set(ids.parse(rows).map(({ id }) => id));
    },
    async recipients(wanted) {
      const rows = z.array(rowSchema).parse(await connection('test_readers').whereIn('id', [...wanted]));
      return new Map(
        rows.map(({ id, email }) => [
          id,
          {
            address: email,
            links: {
              unsubscribe: `https://passerelle.example/infolettre/desabonnement/${id}`,
              manage: `https://passerelle.example/infolettre/preferences/${id}`,
            },
          },
        ]),
      );
    },
    async suppress(trx, id) {
      await trx('test_readers').where({ id }).update({ status: 'suppressed' });
    },
    async told(trx, told, until) {
      await trx('test_readers')
        .whereIn('id', [...told])
        .update({ last_issue_at: until.getTime() });
    },
  };
}

export const SENDER = [
  'Passerelle inc.',
  '1, rue de l’Exemple, Québec',
  '418\u00a0555-0100',
  'bonjour@passerelle.example',
  'Consultante de démonstration (CRIC, permis R000000)',
];

/** Who writes and why, as each part must say it. */
export const SIGNATURE = [newsletterTexts('fr-CA').why, ...SENDER].join('\n');

/** An edition with one rendition for all. */
export const plainEdition: OpenEdition = async () => ({
  segment: {},
  senderOf: () => SENDER,
  choose: () => ({ key: 'all' }),
  render: async () => ({
    subject: 'L’infolettre de Passerelle',
    html: `<p>${'Une nouvelle du Québec, en quelques phrases. '.repeat(200)}</p><a href="${READER_SLOTS.unsubscribe}">Se désabonner</a><p>${SIGNATURE}</p>`,
    text: `Une nouvelle du Québec.\n\n${READER_SLOTS.unsubscribe}\n\n-- \n${SIGNATURE}\n`,
    articles: [],
    images: [],
  }),
});

export interface TestSender extends Sender {
  alarms: Parameters<SenderAlarm>[0][];
  logged: string[];
  close(): Promise<void>;
}

interface TestSenderOptions {
  connection: Connection;
  url: string;
  patience?: Partial<SmtpPatience>;
  rates?: Rates;
  dkim?: DkimKey;
  more?: Partial<SenderSettings>;
  connections?: number;
}

export function openSender(options: TestSenderOptions): TestSender {
  const { connection, url, patience, rates, dkim, more, connections = 4 } = options;
  const alarms: TestSender['alarms'] = [];
  const logged: string[] = [];
  const pool = createSmtpPool(url, {
    connections,
    dkim,
    patience: { connectionMs: 1500, silenceMs: 1500, wholeMs: 20_000, ...patience },
  });
  const sender = createSender({
    connection,
    readers: testReaders(connection),
    openEdition: plainEdition,
    messageIdOf: createMessageIds('c'.repeat(64), 'passerelle.example'),
    pool,
    from: { name: 'Passerelle', address: 'infolettre@passerelle.example' },
    unsubscribeAddress: 'retrait@passerelle.example',
    rates: rates ?? { overall: 1_000_000, domain: 1_000_000 },
    alarm: async (alarm) => {
      alarms.push(alarm);
    },
    log: (level, message, error) =>
      logged.push(`${level}: ${message}${error instanceof Error ? ` (${error.stack})` : ''}`),
    clock: () => new Date(),
    random: Math.random,
    holder: randomUUID(),
    connections,
    leaseSeconds: 2,
    pollSeconds: 0.1,
    troubleMs: 100,
    drainSeconds: 2,
    ...more,
  });
  return {
    ...sender,
    alarms,
    logged,
    async close() {
      await sender.stop();
      pool.close();
    },
  };
}

/** Makes an approved issue that is due. */
export async function approveIssue(connection: Connection, until: Date | null = null): Promise<string> {
  const id = randomUUID();
  const at = new Date(Date.now() - 1000);
  const kind = until === null ? 'campaign' : 'digest';
  await insertIssue(connection, { id, kind, state: 'approved', content: {}, at, sendAt: at, until });
  return id;
}

/** Its state and its account, which is checked. */
export async function issueNow(connection: Connection, id: string) {
  const issue = await readIssue(connection, id);
  if (issue === null) throw new Error('no such issue');
  const { candidates, prepared: made, excluded, deliveries } = await accountOf(connection, issue);
  return { state: issue.state, problem: issue.problem, candidates, made, excluded, ...deliveries };
}
