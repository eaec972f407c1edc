import { sumOf } from './testing/counts.mjs';
import { resultText, runSteps } from './testing/run-steps.mjs';
import { selectSteps, testSteps } from './testing/steps.mjs';
import { readFlags } from './up/flags.mjs';
import { buildProject, settle } from './up/prepare.mjs';
import { runProgram } from './up/program.mjs';
import { createProgress } from './up/progress.mjs';
import { withoutInstallation } from './up/variables.mjs';

const USAGE = `
pnpm check

The fast gate: format and lint, types, unused code, unit tests.
`;

await runProgram(async (signal) => {
  readFlags({}, USAGE);
  const progress = createProgress();
  const code = await settle({ progress, signal });
  if (code !== null) return code;
  await buildProject({ progress, signal, only: ['contracts', 'cms-client', 'importer'] });

  const { steps } = selectSteps(testSteps(), ['checks', 'unit']);
  const results = await runSteps(steps, { env: withoutInstallation(process.env), signal, say: progress.say });
  const { failed } = sumOf(results.map(({ counts }) => counts));
  progress.say(`\n${resultText(results)}`);
  return failed === 0 ? 0 : 1;
});
