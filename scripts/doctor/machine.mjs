import { existsSync, statSync } from 'node:fs';
import { freeGigabytes } from '../up/disk.mjs';
import { isPortFree, portOf } from '../up/ports.mjs';
import { isInstalled } from '../up/project.mjs';
import { WRITTEN_VARIABLES } from '../up/variables.mjs';
import { fail, ok, warn } from './report.mjs';

/** @typedef {import('./report.mjs').Finding} Finding */

const LITTLE_GIGABYTES = 2;
const TOO_LITTLE_GIGABYTES = 0.5;

/** @returns {Finding[]} */
export function examineInstallation() {
  return [
    ok('node', `${process.versions.node} runs the programs`),
    isInstalled()
      ? ok('dependencies', 'installed')
      : fail('dependencies', 'not installed completely', 'Run “npm run setup”.'),
  ];
}

/**
 * @param {string} file
 * @param {Record<string, string>} environment the complete one: a variable may also come from outside the file
 * @returns {Finding}
 */
export function examineEnvFile(file, environment) {
  const missing = WRITTEN_VARIABLES.filter(({ name, optional }) => !optional && !environment[name]).map(
    ({ name }) => name,
  );
  if (missing.length > 0)
    return fail('.env', `missing: ${missing.join(', ')}`, 'Run “npm run setup”: it adds what is missing.');
  if (!existsSync(file)) return ok('.env', 'none; every variable comes from the environment');
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) !== 0)
    return fail('.env', `readable by others (mode ${mode.toString(8)})`, 'Run “chmod 600 .env”.');
  return ok('.env', 'complete, readable by its owner only');
}

/**
 * A port is right when it is free, or taken by the process of ours that answers there.
 * @param {Record<string, string>} environment
 * @param {readonly { name: string, variable: string, host: string, answers: boolean }[]} processes
 * @returns {Promise<Finding[]>}
 */
export async function examinePorts(environment, processes) {
  return await Promise.all(
    processes.map(async ({ name, variable, host, answers }) => {
      const port = portOf(environment, variable);
      const check = `port ${port}`;
      if (answers) return ok(check, `taken by the ${name}, as it should be`);
      return (await isPortFree(port, environment[host] ?? '127.0.0.1'))
        ? ok(check, `free for the ${name}`)
        : fail(check, `taken, but not by the ${name}`, `Stop what uses it, or change ${variable} in .env.`);
    }),
  );
}

/** @param {string} folder @returns {Promise<Finding>} */
export async function examineDisk(folder) {
  const free = await freeGigabytes(existsSync(folder) ? folder : '.');
  const found = `${free.toFixed(1)} GB free for ${folder}`;
  if (free < TOO_LITTLE_GIGABYTES)
    return fail('disk', found, 'Free some space: releases can no longer be written.');
  if (free < LITTLE_GIGABYTES) return warn('disk', found, 'Free some space soon.');
  return ok('disk', found);
}
