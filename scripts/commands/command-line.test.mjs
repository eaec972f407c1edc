import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../up/project.mjs';

const MODULE = pathToFileURL(inRoot('scripts', 'commands', 'command-line.mjs')).href;

/** @param {string[]} args */
function run(...args) {
  const source = `import { runCommandLine } from ${JSON.stringify(MODULE)};
    process.exit(await runCommandLine(${JSON.stringify(args)}, new AbortController().signal));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('passerelle', () => {
  test.each([
    [],
    ['doctor'],
    ['import'],
    ['seed'],
    ['publish'],
    ['strapi'],
    ['ledger', 'verify'],
    ['ledger', 'evidence'],
    ['newsletter', 'import'],
    ['newsletter', 'unsubscribe'],
    ['keys', 'rotate'],
    ['spool', 'poisoned'],
    ['spool', 'retry'],
    ['mail', 'doctor'],
    ['privacy'],
    ['privacy', 'purge'],
    ['privacy', 'export'],
    ['privacy', 'erase'],
    ['releases'],
    ['releases', 'list'],
    ['releases', 'rollback'],
  ])('has help for %s %s', (...command) => {
    const { status, stdout } = run(...command.filter((part) => part !== undefined), '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: passerelle');
  });

  test.each([
    [['nothing'], "unknown command 'nothing'"],
    [['publish', '--fast'], "unknown option '--fast'"],
    [['import'], "missing required argument 'file'"],
    [['newsletter', 'unsubscribe', '--email=a@exemple.example'], "required option '--channel <channel>'"],
    [['privacy', 'erase', '--reason=x'], "required option '--email <address>'"],
  ])('answers code 2 and says why to %j', (args, problem) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(problem);
  });
});
