import { SetupFailure } from './up/failure.mjs';
import { continueUnderProjectNode, runProgram } from './up/program.mjs';
import { isInstalled } from './up/project.mjs';

await runProgram(async (signal) => {
  if (!isInstalled()) throw new SetupFailure('not-installed');
  const code = await continueUnderProjectNode(signal);
  if (code !== null) return code;
  // Only now: its library needs the project's Node and the dependencies.
  const { runCommandLine } = await import('./commands/command-line.mjs');
  return await runCommandLine(process.argv.slice(2), signal);
});
