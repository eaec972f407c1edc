import { ensureEnvFile, loadEnvironment } from './up/environment.mjs';
import { readFlags } from './up/flags.mjs';
import { interrupted } from './up/interruption.mjs';
import { checkPorts } from './up/ports.mjs';
import { prepareProduct, settle } from './up/prepare.mjs';
import { runProgram } from './up/program.mjs';
import { createProgress } from './up/progress.mjs';
import { LOG_FOLDER } from './up/project.mjs';
import { notable } from './up/service-log.mjs';
import { productServices } from './up/services.mjs';
import { startStack } from './up/stack.mjs';
import { welcomeText } from './up/welcome.mjs';

const USAGE = `
npm start [-- --verbose]

Sets up what is missing, then runs the CMS, the publisher and the site until Ctrl-C.

  --verbose   show everything the processes print, not only warnings and errors
`;

await runProgram(async (signal) => {
  const { verbose } = readFlags({ verbose: { type: 'boolean' } }, USAGE);
  const progress = createProgress();
  const generated = await ensureEnvFile();
  const environment = loadEnvironment();
  await checkPorts(environment);
  if (generated.length > 0) progress.say(`✓ .env: ${generated.length} variables added`);
  const code = await settle({ progress, signal });
  if (code !== null) return code;

  await prepareProduct({ progress, signal, environment });
  const stack = await startStack(productServices(environment), {
    signal,
    progress,
    logFolder: LOG_FOLDER,
    onLine(service, line, from) {
      const text = verbose ? line : notable(line, from);
      if (text !== null) progress.say(`[${service}] ${text}`);
    },
  });
  progress.say(welcomeText(environment, process.env.ADMIN_PASSWORD === undefined));

  const end = await Promise.race([stack.failed, interrupted(signal)]);
  if (end === 'interrupted') progress.say('Stopping…');
  await stack.stop();
  if (end !== 'interrupted') throw end;
  progress.say('Stopped. Nothing is left running.');
  return 0;
});
