import { createRequire } from 'node:module';
import { readFlags } from './up/flags.mjs';
import { buildProject, settle } from './up/prepare.mjs';
import { runForeground, runProgram } from './up/program.mjs';
import { createProgress } from './up/progress.mjs';
import { inRoot } from './up/project.mjs';
import { withoutInstallation } from './up/variables.mjs';

const USAGE = `
pnpm screenshots [--only <text>]

Starts the product on demo content and takes every kind of page at 360, 768 and 1440 pixels, light and dark, into
var/screenshots. What is taken is listed in e2e/support/page-types.ts.

  --only      the pages whose name holds this text: article, poll, admin…
`;

await runProgram(async (signal) => {
  const { only } = readFlags({ only: { type: 'string' } }, USAGE);
  const course = { progress: createProgress(), signal };
  const code = await settle(course);
  if (code !== null) return code;
  await buildProject(course);
  // Only now: it uses Playwright, which is there once the dependencies are.
  const { ensureChromium } = await import('./testing/chromium.mjs');
  const CHROMIUM_PATH = await ensureChromium(course);

  const cli = createRequire(inRoot('e2e', 'package.json')).resolve('@playwright/test/cli');
  const chosen = only === undefined ? [] : ['--grep', only];
  const ended = await runForeground([cli, 'test', '--config', 'screenshots.config.ts', ...chosen], {
    signal,
    cwd: inRoot('e2e'),
    env: { ...withoutInstallation(process.env), CHROMIUM_PATH },
  });
  if (ended === 0) process.stdout.write(`\n${inRoot('var', 'screenshots')}\n`);
  return ended;
});
