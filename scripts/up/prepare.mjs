import { mkdir } from 'node:fs/promises';
import { BUILDS, buildStale } from './builds.mjs';
import { installDependencies } from './install.mjs';
import { continueUnderProjectNode } from './program.mjs';
import { seedDemoContent } from './seed.mjs';
import { withoutInstallation } from './variables.mjs';

/** @typedef {{ progress: import('./progress.mjs').Progress, signal: AbortSignal }} Course */

/**
 * Brings the checkout to the point where the project's own Node runs this script.
 * @param {Course} course
 * @returns {Promise<number | null>} the exit code when another process, under that Node, has done the rest
 */
export async function settle(course) {
  await installDependencies(course);
  return await continueUnderProjectNode(course.signal);
}

/**
 * Builds what is stale. What is built is the same for every installation, so nothing of one is given to it.
 * @param {Course & { only?: readonly string[] }} options `only`: names of builds
 */
export async function buildProject({ only, ...course }) {
  const builds = only ? BUILDS.filter(({ name }) => only.includes(name)) : BUILDS;
  const env = { ...withoutInstallation(process.env), NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  return await buildStale({ ...course, env, builds });
}

/**
 * Builds what is stale and fills a database that has no demo content yet.
 * @param {Course & { environment: Record<string, string> }} options
 */
export async function prepareProduct({ environment, ...course }) {
  await mkdir(String(environment.DATA_DIR), { recursive: true });
  await buildProject(course);
  await seedDemoContent({ ...course, environment: { ...environment, NODE_ENV: 'production' } });
}
