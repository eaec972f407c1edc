import type { Core } from '@strapi/strapi';
import type { Jobs } from './jobs/jobs.ts';

interface Running {
  jobs: Jobs;
  /** Settles when the jobs have been started; undefined for a process that only asks for work. */
  started?: Promise<void>;
}

const running = new WeakMap<Core.Strapi, Running>();

/** Gives an application its jobs, once. */
export function setJobs(strapi: Core.Strapi, jobs: Jobs): void {
  running.set(strapi, { jobs });
}

/** The jobs of an application. */
export function jobsOf(strapi: Core.Strapi): Jobs {
  return runningOf(strapi).jobs;
}

/** Begins to work jobs off. Rejects when they can't be. */
export function startJobs(strapi: Core.Strapi): Promise<void> {
  const mine = runningOf(strapi);
  mine.started ??= mine.jobs.start();
  return mine.started;
}

/** Ends what `startJobs` began; a start that is under way is waited for, and its failure is its caller's. */
export async function stopJobs(strapi: Core.Strapi): Promise<void> {
  const { jobs, started } = runningOf(strapi);
  await Promise.allSettled([started]);
  await jobs.stop();
}

function runningOf(strapi: Core.Strapi): Running {
  const mine = running.get(strapi);
  if (mine === undefined) throw new Error('The jobs were asked for before the application was registered');
  return mine;
}
