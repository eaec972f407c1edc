import { ensureEnvFile, loadEnvironment } from './up/environment.mjs';
import { readFlags } from './up/flags.mjs';
import { prepareProduct, settle } from './up/prepare.mjs';
import { runProgram } from './up/program.mjs';
import { createProgress } from './up/progress.mjs';

const USAGE = `
npm run setup

Installs the dependencies, writes .env, builds everything and loads the demo content, without starting anything.
`;

await runProgram(async (signal) => {
  readFlags({}, USAGE);
  const progress = createProgress();
  await ensureEnvFile();
  const environment = loadEnvironment();
  const code = await settle({ progress, signal });
  if (code !== null) return code;
  await prepareProduct({ progress, signal, environment });
  progress.say('✓ Ready. “npm start” runs it.');
  return 0;
});
