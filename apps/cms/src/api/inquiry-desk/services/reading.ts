import {
  type DeskCounts,
  deskCountsSchema,
  type InquiryDetail,
  type InquiryExportBody,
  type InquiryList,
  type InquiryListQuery,
  type InquiryReport,
  type InquirySearchBody,
  inquiryDetailSchema,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { writeCsv } from '../../../platform/csv/write-csv.ts';
import { readAnswersInWords } from '../../guide/adapters/guide-wordings.ts';
import { readEvents } from '../../inquiry/adapters/event-rows.ts';
import { openInquiry, openSummary, recordOf } from '../../inquiry/adapters/inquiry-content.ts';
import { readInquiry } from '../../inquiry/adapters/inquiry-rows.ts';
import { inquirySettingOf } from '../../inquiry/adapters/inquiry-setting.ts';
import { readPurges } from '../../inquiry/adapters/purge.ts';
import { readReplies } from '../../inquiry/adapters/reply-rows.ts';
import { closingAfter, dayOf } from '../../inquiry/domain/business-time.ts';
import { stepsFrom } from '../../inquiry/domain/life.ts';
import { percentile, reportOf } from '../../inquiry/domain/percentiles.ts';
import { readAll, readPage } from '../adapters/inquiry-queries.ts';
import { readNames, readPeople } from '../adapters/people.ts';
import { deskRights } from '../adapters/permissions.ts';
import { readProgrammeName } from '../adapters/programme-name.ts';
import { recordReading } from '../adapters/reading-audit.ts';
import { readCounted, readCounts } from '../adapters/report-rows.ts';
import type { Staff } from '../domain/staff.ts';
import { summaryOf } from '../domain/summary.ts';
import { type Exported, inquiryTable } from '../domain/tables.ts';
import { inquiryDeskTexts } from '../i18n/texts.ts';

/** Most rows of an export: more than a practice has in a year, less than a process has memory for. */
const EXPORT_LIMIT = 5_000;
const DAY_MS = 86_400_000;

/** Reading at the desk: whatever shows a person is on record first. */
const reading = ({ strapi }: { strapi: Core.Strapi }) => {
  const settingOf = () => inquirySettingOf(strapi);

  return {
    people: async () => ({ people: await readPeople(strapi) }),

    /** What is erased by age. Nothing in it is of a person. */
    purges: () => readPurges(settingOf()),

    /** A page of inquiries. */
    async list(staff: Staff, query: InquiryListQuery | InquirySearchBody): Promise<InquiryList> {
      const { records, clock, readSetting } = settingOf();
      const { calendar } = await readSetting();
      const at = clock();
      const asking = { me: staff.id, now: at.getTime() };
      return strapi.db.transaction(async ({ trx: transaction }) => {
        const { rows, total } = await readPage(transaction, records, query, asking);
        const people = await readNames(
          strapi,
          rows.flatMap(({ state }) => state.assignee ?? []),
        );
        const references = rows.map(({ state }) => state.reference);
        await recordReading(transaction, { at, actor: staff.actor, action: 'inquiries-listed', references });
        const inquiries = await Promise.all(
          rows.map(async (row) => {
            const { open } = await recordOf(records, row);
            const content = await openSummary(open, row);
            return summaryOf(calendar, row.state, content, { people, now: asking.now });
          }),
        );
        return { inquiries, total, page: query.page, pageSize: query.pageSize };
      });
    },

    /** An inquiry with all that is known of it. Null when there is none. */
    async look(staff: Staff, state: unknown, id: string): Promise<InquiryDetail | null> {
      const { records, clock, readSetting } = settingOf();
      const { calendar } = await readSetting();
      const at = clock();
      return strapi.db.transaction(async ({ trx: transaction }) => {
        const row = await readInquiry(transaction, { id });
        if (row === null) return null;
        const { reference, assignee, status, respondedAt, receivedAt, language, programme } = row.state;
        const references = [reference];
        await recordReading(transaction, { at, actor: staff.actor, action: 'inquiry-read', references });
        const { open } = await recordOf(records, row);
        const { details, ...content } = await openInquiry(open, row);
        const people = await readNames(strapi, assignee === null ? [] : [assignee]);
        const read = { version: details.guide, locale: language, at: receivedAt };
        const { work, approve, export: exports, hold } = deskRights(state);
        return inquiryDetailSchema.parse({
          ...summaryOf(calendar, row.state, content, { people, now: at.getTime() }),
          ...content,
          ...details,
          answersInWords: await readAnswersInWords(transaction, read, details.answers),
          programmeName: await readProgrammeName(strapi, programme, language),
          respondedAt: respondedAt === null ? null : new Date(respondedAt).toISOString(),
          next: stepsFrom(status),
          events: await readEvents(transaction, open, id),
          replies: await readReplies(transaction, open, id),
          may: { work, approve, export: exports, hold },
        });
      });
    },

    /** Inquiries as a CSV file, for a reason that goes on record. */
    async export(
      staff: Staff,
      { reason, words, bom, ...filter }: InquiryExportBody,
    ): Promise<{ name: string; content: string }> {
      const { records, clock } = settingOf();
      const at = clock();
      const asking = { me: staff.id, now: at.getTime() };
      return strapi.db.transaction(async ({ trx: transaction }) => {
        const rows = await readAll(transaction, records, filter, asking, EXPORT_LIMIT);
        const references = rows.map(({ state }) => state.reference);
        const { actor } = staff;
        await recordReading(transaction, { at, actor, action: 'inquiries-exported', references, reason });
        const people = await readNames(
          strapi,
          rows.flatMap(({ state }) => state.assignee ?? []),
        );
        const exported: Exported[] = [];
        for (const row of rows) {
          const { open } = await recordOf(records, row);
          const assignee =
            row.state.assignee === null ? null : (people.get(row.state.assignee)?.name ?? null);
          exported.push({ state: row.state, content: await openInquiry(open, row), assignee });
        }
        const texts = inquiryDeskTexts(words);
        const name = `${texts.table.fileName}-${at.toISOString().slice(0, 10)}.csv`;
        return { name, content: writeCsv(inquiryTable(exported, texts), { bom }) };
      });
    },

    /** How long answers took. Nothing in it is of a person. */
    async report(days: { from: string; to: string }): Promise<InquiryReport> {
      const { calendar } = await settingOf().readSetting();
      return reportOf(await readCounted(strapi.db.connection, calendar, days));
    },

    /** What the home page of the admin shows. */
    async counts(staff: Staff): Promise<DeskCounts> {
      const { clock, readSetting } = settingOf();
      const { calendar } = await readSetting();
      const now = clock().getTime();
      const { connection } = strapi.db;
      const today = { now, endOfDay: closingAfter(calendar, now, 0), me: staff.id };
      const { due_today: dueToday, ...counts } = await readCounts(connection, today);
      const month = { from: dayOf(calendar, now - 30 * DAY_MS), to: dayOf(calendar, now) };
      const minutes = (await readCounted(connection, calendar, month)).flatMap((one) => one.minutes ?? []);
      return deskCountsSchema.parse({ ...counts, dueToday, median: percentile(minutes, 0.5) });
    },
  };
};

export default reading;
