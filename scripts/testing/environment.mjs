import { randomBytes, randomInt } from 'node:crypto';
import { ROOT } from '../up/project.mjs';
import {
  completeVariables,
  makeVariables,
  WRITTEN_VARIABLES,
  withoutInstallation,
} from '../up/variables.mjs';

/**
 * A throwaway installation: secrets of its own, data in a folder of its own.
 * @param {{ dataDir: string, ports: { cms: number, web: number, publisher: number } }} place
 * @returns {Record<string, string>}
 */
export function throwawayEnvironment({ dataDir, ports }) {
  const random = { bytes: randomBytes, below: (/** @type {number} */ max) => randomInt(max) };
  const generated = Object.fromEntries(makeVariables(WRITTEN_VARIABLES, random));
  return completeVariables(
    {
      ...withoutInstallation(process.env),
      ...generated,
      CMS_PORT: String(ports.cms),
      WEB_PORT: String(ports.web),
      PUBLISHER_PORT: String(ports.publisher),
      DATA_DIR: dataDir,
      // So that tests can come from addresses of their own (X-Forwarded-For).
      TRUSTED_PROXIES: '127.0.0.1,::1',
      // Issues begin soon, and take their time: tests look on.
      NEWSLETTER_GATHER_SECONDS: '4',
      NEWSLETTER_RATE: '1',
    },
    ROOT,
  );
}
