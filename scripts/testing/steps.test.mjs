import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutInstallation } from '../up/variables.mjs';
import { resultText, runSteps } from './run-steps.mjs';
import { selectSteps, testSteps } from './steps.mjs';

describe('selectSteps', () => {
  const names = (/** @type {string[]} */ wanted) =>
    selectSteps(testSteps(), wanted).steps.map(({ name }) => name);

  test('takes everything, a group, or a step by its name, in the order they run', () => {
    expect(names([])).toEqual(testSteps().map(({ name }) => name));
    expect(names(['e2e', 'lint'])).toEqual(['lint', 'e2e']);
    expect(names(['unit'])).toEqual(['packages', 'web-unit', 'cms-unit']);
    expect(names(['web'])).toEqual(['web 1/3', 'web 2/3', 'web 3/3']);
    expect(names(['cms 2/4'])).toEqual(['cms 2/4']);
  });

  test('tells of names it does not know', () => {
    expect(selectSteps(testSteps(), ['lint', 'nothing']).unknown).toEqual(['nothing']);
  });
});

test('every program a step runs is there', () => {
  for (const { script } of testSteps()) expect(existsSync(script[0] ?? ''), script[0]).toBe(true);
});

test('the tests get nothing of an installation', () => {
  const real = {
    DATABASE_URL: 'postgres://production',
    SITE_TOKEN: 'x',
    CMS_PORT: '1',
    LOG_LEVEL: 'debug',
    PATH: '/bin',
  };
  expect(withoutInstallation(real)).toEqual({ PATH: '/bin' });
});

describe('runSteps', () => {
  test('runs all steps whatever fails, and counts each', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-steps-'));
    writeFileSync(join(folder, 'bad.mjs'), 'console.error("what is bad"); process.exit(1)');
    writeFileSync(join(folder, 'good.mjs'), '');
    writeFileSync(
      join(folder, 'runner.mjs'),
      `import fs from 'node:fs';
       const path = process.argv.find((one) => one.startsWith('--outputFile.json=')).split('=')[1];
       fs.writeFileSync(path, JSON.stringify({ numPassedTests: 3, numFailedTests: 1, testResults: [{ name: 'x', message: 'no such module', status: 'failed', assertionResults: [] }] }));
       process.exit(1);`,
    );
    /** @param {string} name @param {import('./steps.mjs').Step['kind']} kind @returns {import('./steps.mjs').Step} */
    const step = (name, kind) => ({ name, group: 'unit', script: [`${name}.mjs`], cwd: folder, kind });
    const steps = [step('bad', 'check'), step('runner', 'vitest'), step('good', 'check')];
    /** @type {string[]} */
    const said = [];
    const results = await runSteps(steps, {
      env: process.env,
      signal: new AbortController().signal,
      say: (text) => said.push(text),
      reportFolder: join(folder, 'reports'),
    });
    expect(results.map(({ name, counts }) => [name, counts.passed, counts.failed])).toEqual([
      ['bad', 0, 1],
      ['runner', 3, 2],
      ['good', 1, 0],
    ]);
    expect(said.find((text) => text.includes('── bad'))).toContain('what is bad');
    expect(readFileSync(join(folder, 'reports', 'runner.json'), 'utf8')).toContain('numPassedTests');
    expect(resultText(results)).toMatch(
      /^✗ runner: .*\n {4}no such module\n\n✗ bad .*\n✗ runner .* 3 passed, 2 failed .*\n✓ good /,
    );
    rmSync(folder, { recursive: true });
  });
});
