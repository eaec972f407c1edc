import type { ReleaseReport } from '@passerelle/contracts';
import { releaseReportSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** How many builds are remembered. */
const KEPT = 200;

/** Stores what the publisher says of a build, in place of what it said before, and forgets the oldest. */
export async function storeReport(strapi: Core.Strapi, report: ReleaseReport, now: Date): Promise<void> {
  const row = {
    build: report.build,
    state: report.state,
    revision: report.revision,
    started_at: report.startedAt,
    finished_at: report.finishedAt,
    duration_ms: report.durationMs,
    pages_written: report.pagesWritten,
    pages_total: report.pagesTotal,
    failure: report.failure === null ? null : JSON.stringify(report.failure),
    reported_at: now.getTime(),
  };
  await strapi.db.transaction(async ({ trx }) => {
    await trx('passerelle_releases').insert(row).onConflict('build').merge();
    const oldest = await trx('passerelle_releases').select('id').orderBy('id', 'desc').offset(KEPT).first();
    if (oldest) await trx('passerelle_releases').where('id', '<=', oldest.id).delete();
  });
}

const rowsSchema = z.array(
  z
    .object({
      build: z.string(),
      state: z.string(),
      revision: z.coerce.number(),
      started_at: z.string(),
      finished_at: z.string().nullable(),
      duration_ms: z.number().nullable(),
      pages_written: z.number(),
      pages_total: z.number(),
      failure: z.string().nullable(),
      reported_at: z.coerce.number(),
    })
    .transform((row) => ({
      report: releaseReportSchema.parse({
        build: row.build,
        state: row.state,
        revision: row.revision,
        startedAt: row.started_at,
        finishedAt: row.finished_at,
        durationMs: row.duration_ms,
        pagesWritten: row.pages_written,
        pagesTotal: row.pages_total,
        failure: row.failure === null ? null : JSON.parse(row.failure),
      }),
      reportedAt: new Date(row.reported_at).toISOString(),
    })),
);
/** A build's last report and when it came. */
export type StoredReport = z.output<typeof rowsSchema>[number];

// A person may go back while a build goes on, which then ends after that: by when they were heard of, not by when
// they were first told.
const NEWEST_FIRST = [
  { column: 'reported_at', order: 'desc' },
  { column: 'id', order: 'desc' },
];

/** The newest builds, the one heard of last first. */
export async function readReports(strapi: Core.Strapi, limit: number): Promise<StoredReport[]> {
  const rows = await strapi.db
    .connection('passerelle_releases')
    .select('*')
    .orderBy(NEWEST_FIRST)
    .limit(limit);
  return rowsSchema.parse(rows);
}

/** What was made live last, by a build or by a person, if anything was. */
export async function readLiveReport(strapi: Core.Strapi): Promise<StoredReport | null> {
  const rows = await strapi.db
    .connection('passerelle_releases')
    .select('*')
    .whereIn('state', ['live', 'rolled-back'])
    .orderBy(NEWEST_FIRST)
    .limit(1);
  return rowsSchema.parse(rows)[0] ?? null;
}
