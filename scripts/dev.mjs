import { ensureEnvFile, loadEnvironment } from './up/environment.mjs';
import { readFlags } from './up/flags.mjs';
import { interrupted } from './up/interruption.mjs';
import { checkPorts } from './up/ports.mjs';
import { prepareProduct, settle } from './up/prepare.mjs';
import { runProgram } from './up/program.mjs';
import { createProgress } from './up/progress.mjs';
import { LOG_FOLDER } from './up/project.mjs';
import { developmentServices } from './up/services.mjs';
import { startStack } from './up/stack.mjs';

const USAGE = `
pnpm dev

Runs the CMS and the site with reload on a change, and keeps the site's copy of the content fresh.
`;

await runProgram(async (signal) => {
  readFlags({}, USAGE);
  const progress = createProgress();
  await ensureEnvFile();
  const environment = loadEnvironment();
  await checkPorts(environment);
  const code = await settle({ progress, signal });
  if (code !== null) return code;

  await prepareProduct({ progress, signal, environment });
  const stack = await startStack(developmentServices(environment), {
    signal,
    progress,
    logFolder: LOG_FOLDER,
    onLine: (service, line) => progress.say(`[${service}] ${line}`),
  });
  progress.say(`\nSite ${environment.SITE_URL} · Admin ${environment.CMS_URL}/admin · Ctrl-C stops both.\n`);

  const end = await Promise.race([stack.failed, interrupted(signal)]);
  await stack.stop();
  if (end !== 'interrupted') throw end;
  return 0;
});
