import { existsSync } from 'node:fs';
import { inRoot } from '../up/project.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'checks' | 'unit' | 'integration' | 'e2e'} group
 * @property {readonly string[]} script Node script and arguments
 * @property {string} cwd
 * @property {'check' | 'vitest' | 'playwright'} kind how its results are counted
 */

const TSC = inRoot('node_modules', 'typescript', 'bin', 'tsc');
const VITEST = inRoot('node_modules', 'vitest', 'vitest.mjs');

/** Tests beside the code, and those in the folder `tests` of an app: projects of its vitest configuration. */
const UNIT = ['--project', 'unit'];
const INTEGRATION = ['--project', 'integration'];

/** Type-checked where they are present: a workspace may keep its tests or its admin under a configuration of their own. */
const TYPED = [
  { name: 'scripts', path: 'scripts/tsconfig.json' },
  { name: 'packages', path: 'scripts/testing/packages.tsconfig.json' },
  { name: 'packages/desk', path: 'packages/desk/tsconfig.json' },
  { name: 'apps/cms', path: 'apps/cms/tsconfig.json' },
  { name: 'apps/cms admin', path: 'apps/cms/src/admin/tsconfig.json' },
  { name: 'apps/cms tests', path: 'apps/cms/tests/tsconfig.json' },
  { name: 'e2e', path: 'e2e/tsconfig.json' },
  { name: 'bench', path: 'bench/tsconfig.json' },
];

/** @param {string} name @param {readonly string[]} script @param {string} [folder] @returns {Step} */
const check = (name, script, folder = '.') => ({
  name,
  group: 'checks',
  script,
  cwd: inRoot(folder),
  kind: 'check',
});

/**
 * @param {string} name @param {'unit' | 'integration'} group @param {string} folder
 * @param {readonly string[]} [filters] arguments that choose files
 * @returns {Step}
 */
const vitest = (name, group, folder, filters = []) => ({
  name,
  group,
  script: [VITEST, 'run', ...filters],
  cwd: inRoot(folder),
  kind: 'vitest',
});

/** A long step in parts, each a step of its own: `web 1/2`. @param {Step} step @param {number} parts @returns {Step[]} */
const inParts = (step, parts) =>
  Array.from({ length: parts }, (_, at) => ({
    ...step,
    name: `${step.name} ${at + 1}/${parts}`,
    script: [...step.script, `--shard=${at + 1}/${parts}`],
  }));

/** Everything `npm test` runs, in order. @returns {Step[]} */
export function testSteps() {
  return [
    check('lint', [inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'ci', '.']),
    ...TYPED.filter(({ path }) => existsSync(inRoot(path))).map(({ name, path }) =>
      check(`types ${name}`, [TSC, '--noEmit', '-p', path]),
    ),
    check(
      'types apps/web',
      [inRoot('apps', 'web', 'node_modules', 'astro', 'bin', 'astro.mjs'), 'check'],
      'apps/web',
    ),
    check('knip', [inRoot('node_modules', 'knip', 'bin', 'knip.js')]),
    check('compose', [inRoot('scripts', 'check-compose.mjs')]),
    vitest('packages', 'unit', '.'),
    vitest('web-unit', 'unit', 'apps/web', UNIT),
    vitest('cms-unit', 'unit', 'apps/cms', UNIT),
    ...inParts(vitest('web', 'integration', 'apps/web', INTEGRATION), 3),
    ...inParts(vitest('cms', 'integration', 'apps/cms', INTEGRATION), 4),
    {
      name: 'e2e',
      group: 'e2e',
      script: [inRoot('e2e', 'node_modules', '@playwright', 'test', 'cli.js'), 'test'],
      cwd: inRoot('e2e'),
      kind: 'playwright',
    },
  ];
}

/**
 * The steps a list of names, their first words or groups asks for.
 * @param {readonly Step[]} steps
 * @param {readonly string[]} wanted empty: all
 * @returns {{ steps: Step[], unknown: string[] }}
 */
export function selectSteps(steps, wanted) {
  /** @param {Step} step @param {string} wish */
  const answersTo = ({ name, group }, wish) => [name, name.split(' ')[0], group].includes(wish);
  const unknown = wanted.filter((name) => !steps.some((step) => answersTo(step, name)));
  const chosen = steps.filter((step) => wanted.length === 0 || wanted.some((name) => answersTo(step, name)));
  return { steps: chosen, unknown };
}
