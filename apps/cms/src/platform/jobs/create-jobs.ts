import { embeddedJobs } from './embedded.ts';
import type { Jobs } from './jobs.ts';
import { pgBossJobs } from './pg-boss.ts';
import { DEFAULT_SETTINGS, type JobsSettings } from './settings.ts';

type JobsOptions = Pick<JobsSettings, 'connection' | 'log'> &
  Partial<JobsSettings> & {
    /** Address of the PostgreSQL database `connection` speaks to; without one it speaks to SQLite. */
    databaseUrl?: string | undefined;
  };

/** The jobs of this database. */
export function createJobs({ databaseUrl, ...options }: JobsOptions): Jobs {
  const settings = { ...DEFAULT_SETTINGS, ...options };
  return databaseUrl ? pgBossJobs(settings, databaseUrl) : embeddedJobs(settings);
}
