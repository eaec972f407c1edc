import { createJobs } from '../../src/platform/jobs/create-jobs.ts';
import type { Connection } from '../../src/platform/jobs/database.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import type { JobsSettings } from '../../src/platform/jobs/settings.ts';
import { openPostgres, openSqlite } from './connection.ts';

/** Where a process finds the jobs. */
export type JobsAddress = { sqliteFile: string } | { databaseUrl: string };

export const openConnection = (address: JobsAddress): Connection =>
  'sqliteFile' in address ? openSqlite(address.sqliteFile) : openPostgres(address.databaseUrl);

/** The jobs of that database, made the way the CMS makes them. */
export function jobsAt(
  address: JobsAddress,
  settings: Partial<JobsSettings> & Pick<JobsSettings, 'connection' | 'log'>,
): Jobs {
  const databaseUrl = 'databaseUrl' in address ? address.databaseUrl : undefined;
  return createJobs({ ...settings, databaseUrl });
}
