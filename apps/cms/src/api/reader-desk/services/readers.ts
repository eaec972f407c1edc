import type { Readable } from 'node:stream';
import {
  IMPORT_OCTETS,
  type ImportPreview,
  type ImportReport,
  type ImportWish,
  type ReaderEvidenceWish,
  type ReaderExportWish,
  type ReaderLifted,
  type ReaderLiftWish,
  type ReaderLook,
  type ReaderUnsubscribed,
  type ReaderUnsubscribeWish,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { type EvidenceFile, evidenceFile } from '../../../consent/evidence-file.ts';
import { gatherEvidence } from '../../../consent/gather-evidence.ts';
import { type ConsentEvent, consentOf } from '../../../consent/ledger.ts';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { CsvStopped, type FileSource, readCsv } from '../../../platform/csv/read-csv.ts';
import type { Staff } from '../../inquiry-desk/domain/staff.ts';
import { newsletterOf } from '../../subscriber/adapters/newsletter-setting.ts';
import { readOffered } from '../../subscriber/adapters/offered-terms.ts';
import { openReader } from '../../subscriber/adapters/sealed-reader.ts';
import { lockSubscriber, readSubscriberOf } from '../../subscriber/adapters/subscriber-rows.ts';
import { deleteSuppression, isSuppressed } from '../../subscriber/adapters/suppression-rows.ts';
import { withdraw } from '../../subscriber/adapters/withdraw.ts';
import { chosenOf } from '../../subscriber/domain/chosen.ts';
import { type Subscriber, statusAt } from '../../subscriber/domain/subscriber.ts';
import { exportReaders } from '../adapters/export-readers.ts';
import { importReaders } from '../adapters/import-readers.ts';
import { readTermKeys, readTermNames } from '../adapters/terms.ts';
import { guessColumns } from '../domain/guess-columns.ts';
import { localDay } from '../domain/local-day.ts';
import { readerDeskTexts } from '../i18n/texts.ts';

/** Rows of a preview, beside the header. */
const PREVIEWED = 10;

const instant = (at: number) => new Date(at).toISOString();
const maybe = (at: number | null) => (at === null ? null : instant(at));

/** Whoever acts: of the staff, or null for the command line. */
type Actor = Staff | null;

/** As the ledger names them. */
const ledgerActorOf = (actor: Actor): ConsentEvent['actor'] =>
  actor === null ? 'system' : `staff:${actor.id}`;

/** The newsletter's readers, for those who look after them. Whatever shows a person is on record first. */
const readers = ({ strapi }: { strapi: Core.Strapi }) => {
  const setting = () => newsletterOf(strapi);

  async function looked(reader: Subscriber) {
    const { records, clock } = setting();
    const { email } = await openReader(records, reader);
    const topicName = await readTermNames(strapi, 'category');
    const programmeName = await readTermNames(strapi, 'programme');
    const { topics, programmes } = chosenOf(reader, await readOffered(strapi.db.connection));
    const { id, locale, frequency, pausedUntil, joinedAt, confirmedAt, endedAt } = reader;
    return {
      ...{ id, email, locale, frequency },
      status: statusAt(reader, clock().getTime()),
      topics: topics.map((topic) => topicName(topic, locale)),
      programmes: programmes.map((programme) => programmeName(programme, locale)),
      pausedUntil: maybe(pausedUntil),
      joinedAt: instant(joinedAt),
      confirmedAt: maybe(confirmedAt),
      endedAt: maybe(endedAt),
    };
  }

  return {
    /** How the reader of an address stands. */
    async look(staff: Staff, email: string): Promise<ReaderLook> {
      const { records, clock } = setting();
      const emailIndex = records.blindIndex('email', email);
      const reader = await strapi.db.transaction(async ({ trx }) => {
        const found = await readSubscriberOf(trx, emailIndex);
        const subject = found === null ? 'readers' : `reader/${found.id}`;
        const event = { at: clock(), actor: staff.actor, subject, detail: null };
        await recordAudit(trx, { ...event, action: 'reader-read' });
        return found;
      });
      return {
        reader: reader === null ? null : await looked(reader),
        suppressed: await isSuppressed(strapi.db.connection, emailIndex),
        events: (await consentOf(strapi, email)).length,
      };
    },

    /**
     * Ends the subscription of an address at its person's word, as their own link would; also of one who hasn't confirmed,
     * or came without evidence. Null where there is no reader.
     */
    async unsubscribe(
      actor: Actor,
      { email, channel }: ReaderUnsubscribeWish,
    ): Promise<ReaderUnsubscribed | null> {
      const { records, clock } = setting();
      const at = clock();
      return strapi.db.transaction(async ({ trx }): Promise<ReaderUnsubscribed | null> => {
        const reader = await lockSubscriber(trx, { email_index: records.blindIndex('email', email) });
        if (reader === null) return null;
        await recordAudit(trx, {
          ...{
            at,
            actor: actor?.actor ?? null,
            action: 'reader-unsubscribed',
            subject: `reader/${reader.id}`,
          },
          detail: JSON.stringify({ channel }),
        });
        const ended = await withdraw(setting(), trx, reader, {
          ...{ locale: reader.locale, at: at.getTime(), now: at.getTime() },
          actor: ledgerActorOf(actor),
          detail: { channel },
        });
        return { outcome: ended ? 'ended' : 'already' };
      });
    },

    /**
     * Lets a suppressed address be written to again, for a reason that is on record. Nothing is sent for that: its reader
     * asks for the newsletter anew, and confirms it from that very mailbox.
     */
    async lift(actor: Actor, { email, reason }: ReaderLiftWish): Promise<ReaderLifted> {
      const { records, clock } = setting();
      return strapi.db.transaction(async ({ trx }): Promise<ReaderLifted> => {
        const emailIndex = records.blindIndex('email', email);
        const was = await deleteSuppression(trx, emailIndex);
        const reader = await readSubscriberOf(trx, emailIndex);
        await recordAudit(trx, {
          at: clock(),
          actor: actor?.actor ?? null,
          action: 'suppression-lifted',
          subject: reader === null ? 'readers' : `reader/${reader.id}`,
          detail: JSON.stringify({ reason, was }),
        });
        return { outcome: was === null ? 'already' : 'lifted' };
      });
    },

    /** Null where nothing is known of the address. */
    async evidence(
      actor: Actor,
      { email, reason, format, words }: ReaderEvidenceWish,
    ): Promise<EvidenceFile | null> {
      const wish = { email, reason, actor: actor?.actor ?? null };
      const evidence = await gatherEvidence(setting(), wish);
      return evidence === null ? null : evidenceFile(evidence, { format, words });
    },

    /** The first rows of a table, of which the beginning is enough. */
    async preview(source: FileSource): Promise<ImportPreview> {
      const rows: string[][] = [];
      try {
        for await (const { cells } of readCsv(source, { limit: IMPORT_OCTETS })) {
          if (rows.push(cells) > PREVIEWED) break;
        }
      } catch (error) {
        // A beginning ends within a row at times; what can't be read at all has no rows.
        if (!(error instanceof CsvStopped)) throw error;
      }
      const [header = [], ...shown] = rows;
      return { header, rows: shown, guess: guessColumns(header) };
    },

    /** Imports a table, or says what would come of it; either is on record. */
    async import(actor: Actor, source: FileSource, wish: ImportWish): Promise<ImportReport> {
      const { clock } = setting();
      const report = await importReaders(readCsv(source, { limit: IMPORT_OCTETS }), {
        setting: setting(),
        wish,
        reading: {
          topics: await readTermKeys(strapi, 'category'),
          programmes: await readTermKeys(strapi, 'programme'),
          today: localDay(clock()),
        },
        words: readerDeskTexts(wish.words),
        actor: ledgerActorOf(actor),
      });
      const { dryRun, rows, outcomes, stopped } = report;
      await strapi.db.transaction(({ trx }) =>
        recordAudit(trx, {
          at: clock(),
          actor: actor?.actor ?? null,
          action: dryRun ? 'readers-import-tried' : 'readers-imported',
          subject: 'readers',
          detail: JSON.stringify({ rows, outcomes, stopped: stopped?.code ?? null }),
        }),
      );
      return report;
    },

    /** A file of readers, for a reason that is on record first. */
    async export(
      staff: Staff,
      { reason, ...form }: ReaderExportWish,
    ): Promise<{ name: string; type: string; content: Readable }> {
      const { clock } = setting();
      const at = clock();
      await strapi.db.transaction(({ trx }) =>
        recordAudit(trx, {
          at,
          actor: staff.actor,
          action: 'readers-exported',
          subject: 'readers',
          detail: JSON.stringify({ reason, status: form.status ?? null, format: form.format }),
        }),
      );
      return {
        name: `${readerDeskTexts(form.words).fileName}-${localDay(at)}.${form.format}`,
        type: form.format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
        content: await exportReaders(setting(), form),
      };
    },
  };
};

export default readers;
