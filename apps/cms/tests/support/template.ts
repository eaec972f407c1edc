import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { createDatabase } from './postgres.ts';

/** What a CMS left that was started once on an empty database and ended. */
export interface CmsTemplate {
  /** The data folder, with its SQLite database. */
  folder: string;
  /** The name of the database on PostgreSQL. */
  database: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cmsTemplate: CmsTemplate;
  }
}

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, 'template-process.mts');

/**
 * vitest's `globalSetup`, after those that compile and that start PostgreSQL. To make its tables takes Strapi five
 * seconds, to begin on a copy of them less than one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [folder, other] = await Promise.all([dataFolder(), dataFolder()]);
  const { url } = await createDatabase(project.getProvidedContext().postgresUrl);
  const start = (...given: string[]) =>
    run(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', SCRIPT, ...given]);
  await Promise.all([start(folder), start(other, url)]);
  await rm(other, { recursive: true });
  project.provide('cmsTemplate', { folder, database: new URL(url).pathname.slice(1) });
  return () => rm(folder, { recursive: true });
}

const dataFolder = () => mkdtemp(join(tmpdir(), 'passerelle-template-'));
