import { countOfCheck, sumOf } from './testing/counts.mjs';
import { resultText, runSteps } from './testing/run-steps.mjs';
import { selectSteps, testSteps } from './testing/steps.mjs';
import { failureText, SetupFailure } from './up/failure.mjs';
import { readFlags } from './up/flags.mjs';
import { buildProject, settle } from './up/prepare.mjs';
import { runProgram } from './up/program.mjs';
import { createProgress } from './up/progress.mjs';
import { withoutInstallation } from './up/variables.mjs';

const USAGE = `
npm test [-- --only <steps>]

Sets up what is missing, then runs every check and test; the last line is the sum.

  --only      names or groups, separated by commas: checks, unit, integration, e2e, lint, knip, web, cms…
`;

/** @typedef {import('./up/prepare.mjs').Course} Course */

await runProgram(async (signal) => {
  const { only } = readFlags({ only: { type: 'string' } }, USAGE);
  const course = { progress: createProgress(), signal };
  try {
    const wanted = only?.split(',').filter((name) => name !== '') ?? [];
    const { steps, unknown } = selectSteps(testSteps(), wanted);
    if (unknown.length > 0) {
      const known = testSteps().flatMap(({ name, group }) => [group, name]);
      throw new SetupFailure('only-unknown', {
        names: unknown.join(', '),
        known: [...new Set(known)].join(', '),
      });
    }
    const code = await settle(course);
    if (code !== null) return code;
    return await runTests(steps, course);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`${failureText(error)}\n`);
    return conclude([countOfCheck(false)]);
  }
});

/** @param {readonly import('./testing/steps.mjs').Step[]} steps @param {Course} course @returns {Promise<number>} */
async function runTests(steps, course) {
  const { progress, signal } = course;
  await buildProject(course);

  const env = withoutInstallation(process.env);
  const browserless = steps.filter(({ kind }) => kind !== 'playwright');
  const browsing = steps.filter(({ kind }) => kind === 'playwright');
  const say = progress.say;
  const results = await runSteps(browserless, { env, signal, say });
  if (browsing.length > 0) {
    try {
      // Only now: it uses Playwright, which is there once the dependencies are.
      const { ensureChromium } = await import('./testing/chromium.mjs');
      const CHROMIUM_PATH = await ensureChromium(course);
      results.push(...(await runSteps(browsing, { env: { ...env, CHROMIUM_PATH }, signal, say })));
    } catch (error) {
      if (!(error instanceof SetupFailure)) throw error;
      say(failureText(error));
      results.push({ name: 'chromium', seconds: 0, counts: countOfCheck(false), failures: [] });
    }
  }
  say(`\n${resultText(results)}\n`);
  return conclude(results.map(({ counts }) => counts));
}

/** Prints the last line. @param {readonly import('./testing/counts.mjs').Counts[]} all @returns {number} the exit code */
function conclude(all) {
  const { passed, failed } = sumOf(all);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
