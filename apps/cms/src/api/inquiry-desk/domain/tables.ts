import type { InquiryReport, ResponseTimes } from '@passerelle/contracts';
import type { InquiryContent, InquiryState } from '../../inquiry/domain/inquiry.ts';

type Cell = string | number | null;

/** The words of an export in one language. */
export interface ExportWords {
  table: { header: readonly string[] };
  statuses: Readonly<Record<InquiryState['status'], string>>;
  priorities: Readonly<Record<InquiryState['priority'], string>>;
}

/** An inquiry that is exported. */
export interface Exported {
  state: InquiryState;
  content: Pick<InquiryContent, 'name' | 'email' | 'telephone' | 'country'>;
  assignee: string | null;
}

/** Inquiries as a table: what is needed to reach people and to count, without what they wrote. Instants in UTC. */
export function inquiryTable(inquiries: readonly Exported[], words: ExportWords): Cell[][] {
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return [
    [...words.table.header],
    ...inquiries.map(({ state, content, assignee }) => [
      state.reference,
      words.statuses[state.status],
      words.priorities[state.priority],
      instant(state.receivedAt),
      instant(state.due.dueAt),
      instant(state.respondedAt),
      state.language,
      state.programme,
      state.tags.join(', '),
      assignee,
      content.name,
      content.email,
      content.telephone,
      content.country,
    ]),
  ];
}

/** The words of a report in one language. */
export interface ReportWords {
  header: readonly string[];
  all: string;
  week: string;
  programme: string;
  none: string;
}

/** A report as a table; times in hours of opening, to a tenth. */
export function reportTable({ all, weeks, programmes }: InquiryReport, words: ReportWords): Cell[][] {
  const hours = (minutes: number | null) => (minutes === null ? null : Math.round(minutes / 6) / 10);
  const row = (group: string, value: string | null, { received, answered, median, p90 }: ResponseTimes) => [
    group,
    value,
    received,
    answered,
    hours(median),
    hours(p90),
  ];
  return [
    [...words.header],
    row(words.all, null, all),
    ...weeks.map((week) => row(words.week, week.monday, week)),
    ...programmes.map((one) => row(words.programme, one.programme ?? words.none, one)),
  ];
}
