import { createHash, randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  IMPORT_ROWS,
  type ImportedEvidence,
  type ImportReport,
  type ImportWish,
  wordingVersionSchema,
} from '@passerelle/contracts';
import { appendConsents, type ConsentEvent } from '../../../consent/ledger.ts';
import { type CsvRow, CsvStopped } from '../../../platform/csv/read-csv.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { canonicalJson } from '../../../platform/json/domain/canonical-json.ts';
import type { NewsletterSetting } from '../../subscriber/adapters/newsletter-setting.ts';
import { newReader, openReader, sealFor } from '../../subscriber/adapters/sealed-reader.ts';
import {
  insertSubscribers,
  lockSubscribersOf,
  updateSubscriber,
} from '../../subscriber/adapters/subscriber-rows.ts';
import { suppressedOf } from '../../subscriber/adapters/suppression-rows.ts';
import { insertTokens, type NewToken } from '../../subscriber/adapters/token-rows.ts';
import type { Subscriber } from '../../subscriber/domain/subscriber.ts';
import { importOutcome } from '../domain/import-outcome.ts';
import { type ImportRow, isProven, type RowReading, readImportRow } from '../domain/import-row.ts';
import { createReport, type ReportWords, type RunningReport } from '../domain/tally-report.ts';

/** Rows in one transaction: whoever else adds to the ledger waits for no more than these. */
const PART = 50;

interface Importing {
  setting: NewsletterSetting;
  wish: ImportWish;
  reading: Omit<RowReading, 'mapping' | 'locale'>;
  words: ReportWords;
  /** As the ledger names them. */
  actor: ConsentEvent['actor'];
}

/** A row that was read, the line it stands on, and the blind index of its address. */
interface PlacedRow {
  row: ImportRow;
  line: number;
  emailIndex: string;
}

/**
 * Takes readers over from a table whose first row names its columns. Rows without evidence of a consent are kept and not
 * written to; who unsubscribed or is suppressed stays so. Each row that is kept is an event of the ledger, in the same
 * transaction. What was stored before a file can't be read further stays stored: importing it again changes nothing of that.
 */
export async function importReaders(
  rows: AsyncIterable<CsvRow>,
  importing: Importing,
): Promise<ImportReport> {
  const { setting, wish, words } = importing;
  const reading = { ...importing.reading, mapping: wish.mapping, locale: wish.locale };
  const running = createReport(wish.dryRun, words);
  /** First line of each address; a part of its keyed hash is enough to tell them apart. */
  const seen = new Map<string, number>();
  let part: PlacedRow[] = [];
  const settle = async () => {
    if (part.length > 0) await importPart(part, importing, running);
    part = [];
    // Others get their turn: on SQLite nothing of the above waits for anything.
    await nextTurn();
  };
  let header = true;
  try {
    for await (const { line, cells } of rows) {
      if (header) {
        header = false;
        continue;
      }
      if (running.report.rows + part.length >= IMPORT_ROWS) {
        await settle();
        running.stop('too-many-rows', line);
        return running.report;
      }
      const row = readImportRow(cells, reading);
      if (typeof row === 'string') {
        running.refuse(line, row);
        continue;
      }
      const emailIndex = setting.records.blindIndex('email', row.email);
      const key = emailIndex.slice(0, 20);
      const first = seen.get(key);
      if (first !== undefined) {
        running.repeat(line, first);
        continue;
      }
      seen.set(key, line);
      part.push({ row, line, emailIndex });
      if (part.length === PART) await settle();
    }
    await settle();
    if (header) running.stop('empty', null);
  } catch (error) {
    if (!(error instanceof CsvStopped)) throw error;
    await settle();
    running.stop(error.code, error.line);
  }
  return running.report;
}

async function importPart(
  part: readonly PlacedRow[],
  importing: Importing,
  running: RunningReport,
): Promise<void> {
  const { setting, wish, actor } = importing;
  const outcomes = await setting.strapi.db.connection.transaction(async (trx) => {
    const indexes = part.map(({ emailIndex }) => emailIndex);
    const known = await lockSubscribersOf(trx, indexes);
    const suppressed = await suppressedOf(trx, indexes);
    const added: Subscriber[] = [];
    const tokens: NewToken[] = [];
    const events: ConsentEvent[] = [];
    const done: ReturnType<typeof importOutcome>[] = [];
    for (const { row, emailIndex } of part) {
      const reader = known.get(emailIndex) ?? null;
      const proven = isProven(row);
      const outcome = importOutcome(reader?.status ?? null, {
        suppressed: suppressed.has(emailIndex),
        proven,
      });
      done.push(outcome);
      if (wish.dryRun || !(outcome === 'added' || outcome === 'unproven' || outcome === 'updated')) continue;
      const at = setting.clock();
      const handed = handedOver(row, at);
      const one = { handed, proven, now: at.getTime() };
      const { fresh, token } = reader
        ? await proveReader(setting, trx, reader, one)
        : await newImported(setting, row, one);
      if (fresh !== null) added.push(fresh);
      if (token !== null) tokens.push(token);
      events.push(eventOf(row, { handed, proven, at, actor }));
    }
    if (added.length > 0) await insertSubscribers(trx, added);
    if (tokens.length > 0) await insertTokens(trx, tokens);
    // Last: whoever else adds to the ledger waits from here on.
    if (events.length > 0) await appendConsents(setting.strapi, trx, events);
    return done;
  });
  for (const outcome of outcomes) running.count(outcome);
}

function handedOver({ consentDate, wording, source, evidence }: ImportRow, at: Date): ImportedEvidence {
  const salt = randomBytes(16).toString('base64url');
  return { consentDate, wording, source, evidence, importedAt: at.toISOString(), salt };
}

const versionOf = ({ wording }: ImportRow): string | null =>
  wordingVersionSchema.safeParse(wording).data ?? null;

/** What the ledger has of an import: nothing of the person, but what proves that what is sealed hasn't been changed. */
function eventOf(
  row: ImportRow,
  {
    handed,
    proven,
    at,
    actor,
  }: { handed: ImportedEvidence; proven: boolean; at: Date; actor: ConsentEvent['actor'] },
): ConsentEvent {
  const { email, locale, consentDate } = row;
  return {
    kind: 'imported',
    purpose: 'newsletter',
    wording: versionOf(row),
    page: null,
    formVersion: null,
    ...{ email, locale, at, actor },
    detail: {
      proven,
      evidence: createHash('sha256').update(canonicalJson(handed)).digest('hex'),
      ...(consentDate === null ? {} : { consentDate }),
    },
  };
}

interface Handed {
  handed: ImportedEvidence;
  proven: boolean;
  now: number;
}

/** What of a row is yet to be stored: a reader who is new, and what makes the links of the mails to come good. */
interface Unstored {
  fresh: Subscriber | null;
  token: NewToken | null;
}

async function newImported(
  setting: NewsletterSetting,
  row: ImportRow,
  { handed, proven, now }: Handed,
): Promise<Unstored> {
  const { email, topics, programmes, frequency, locale } = row;
  const manageToken = setting.newToken();
  const shown = { wording: versionOf(row) ?? '', notice: null, page: '', formVersion: '' };
  const asked = { email, topics, frequency, ...shown };
  const fresh = await newReader({ ...setting, newToken: () => manageToken }, asked, { locale, at: now });
  const { evidence } = await sealFor(setting.records, fresh);
  return {
    fresh: {
      ...{ ...fresh, programmes },
      evidence: await evidence(JSON.stringify(handed)),
      status: proven ? 'active' : 'unproven',
      confirmedAt: proven ? now : null,
    },
    token: proven ? managing(fresh, manageToken, now) : null,
  };
}

/** Makes a reader of somebody who hadn't confirmed, with what proves the consent. Their own wishes stay. */
async function proveReader(
  setting: NewsletterSetting,
  trx: Transaction,
  reader: Subscriber,
  { handed, now }: Handed,
): Promise<Unstored> {
  const seal = await sealFor(setting.records, reader);
  const { manageToken } = await openReader(setting.records, reader);
  await updateSubscriber(trx, reader.id, {
    status: 'active',
    confirmedAt: now,
    evidence: await seal.evidence(JSON.stringify(handed)),
  });
  return { fresh: null, token: managing(reader, manageToken, now) };
}

const managing = ({ id }: Pick<Subscriber, 'id'>, token: string, now: number): NewToken => ({
  ...{ token, subscriber: id, purpose: 'manage', createdAt: now, expiresAt: null },
});
