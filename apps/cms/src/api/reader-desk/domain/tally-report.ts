import {
  type ImportFault,
  type ImportOutcome,
  type ImportReport,
  type ImportStop,
  importOutcomeSchema,
} from '@passerelle/contracts';

/** Of faults and of duplicates, how many are told line by line. */
const TOLD = 1_000;

/** The words of a report in one language. */
export interface ReportWords {
  faults: Readonly<Record<ImportFault, string>>;
  stops: Readonly<Record<ImportStop, string>>;
}

/** Writes the report of an import while it goes on. */
export function createReport(dryRun: boolean, words: ReportWords) {
  const outcomes = Object.fromEntries(importOutcomeSchema.options.map((one) => [one, 0])) as Record<
    ImportOutcome,
    number
  >;
  const report: ImportReport = { dryRun, rows: 0, outcomes, faults: [], duplicates: [], stopped: null };
  const count = (outcome: ImportOutcome) => {
    report.rows += 1;
    outcomes[outcome] += 1;
  };
  return {
    count,
    refuse(line: number, code: ImportFault) {
      count('refused');
      if (report.faults.length < TOLD) report.faults.push({ line, code, message: words.faults[code] });
    },
    repeat(line: number, first: number) {
      count('duplicate');
      if (report.duplicates.length < TOLD) report.duplicates.push({ line, first });
    },
    stop(code: ImportStop, line: number | null) {
      report.stopped = { line, code, message: words.stops[code] };
    },
    report,
  };
}
export type RunningReport = ReturnType<typeof createReport>;
