import { mkdir, rm } from 'node:fs/promises';
import { failureText, SetupFailure } from '../up/failure.mjs';
import { freePorts } from '../up/ports.mjs';
import { createProgress } from '../up/progress.mjs';
import { inRoot } from '../up/project.mjs';
import { seedDemoContent } from '../up/seed.mjs';
import { notable } from '../up/service-log.mjs';
import { productServices } from '../up/services.mjs';
import { startStack } from '../up/stack.mjs';
import { throwawayEnvironment } from './environment.mjs';

const DATA_DIR = inRoot('var', 'test', 'stack');

/** What the specs read of the environment of the stack under test. */
const FOR_SPECS = [
  'SITE_URL',
  'CMS_URL',
  'PUBLISHER_URL',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'SITE_TOKEN',
  'REPORT_TOKEN',
  'NOTICE_TOKEN',
  'SUBMIT_TOKEN',
  'DATA_DIR',
];

/**
 * Signs in once for all specs, whatever the number of workers: the CMS takes five sign-ins in five minutes.
 * @param {NodeJS.ProcessEnv} environment of the stack
 * @returns {Promise<string>}
 */
async function editorToken({ CMS_URL, ADMIN_EMAIL, ADMIN_PASSWORD }) {
  const signedIn = await fetch(`${CMS_URL}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ADMIN_EMAIL, password: ADMIN_PASSWORD }),
  });
  if (!signedIn.ok) throw new Error(`The administrator's sign-in was answered ${signedIn.status}.`);
  const { data } = /** @type {{ data: { token: string } }} */ (await signedIn.json());
  return data.token;
}

/**
 * Playwright's global set-up: the built product with demo content, on free ports, in a data folder that is deleted
 * afterwards. Its addresses and sign-in are in the environment of the specs.
 * @returns {Promise<() => Promise<void>>} the tear-down
 */
export default async function startStackUnderTest() {
  const progress = createProgress();
  // Also what a run that was killed has left.
  await rm(DATA_DIR, { recursive: true, force: true });
  await mkdir(DATA_DIR, { recursive: true });
  const [cms = 0, web = 0, publisher = 0] = await freePorts(3);
  /** @type {Record<string, string>} */
  const environment = {
    ...throwawayEnvironment({ dataDir: DATA_DIR, ports: { cms, web, publisher } }),
    // The mail server of `e2e/support/mail-sink.ts`.
    SMTP_URL: process.env.MAIL_SINK_URL ?? '',
    MAIL_FROM: 'Passerelle <bonjour@passerelle.example>',
  };
  const { signal } = new AbortController();
  try {
    await seedDemoContent({ progress, signal, environment: { ...environment, NODE_ENV: 'production' } });
    const stack = await startStack(productServices(environment), {
      signal,
      progress,
      logFolder: inRoot('var', 'log', 'e2e'),
      onLine(service, line, from) {
        const text = notable(line, from);
        if (text !== null) progress.say(`[${service}] ${text}`);
      },
    });
    for (const name of FOR_SPECS) process.env[name] = environment[name];
    process.env.EDITOR_TOKEN = await editorToken(environment);
    return async () => {
      await stack.stop();
      await rm(DATA_DIR, { recursive: true, force: true });
    };
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    throw new Error(failureText(error), { cause: error });
  }
}
