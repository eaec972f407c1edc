import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { inherited } from './dockerfile.mjs';
import { isPinned } from './service-rules.mjs';

/**
 * Our own rules for a Dockerfile.
 * @param {object} given
 * @param {string} given.name of the file, for messages
 * @param {import('./dockerfile.mjs').Stage[]} given.stages
 * @param {string} given.root of the build context
 * @param {(path: string) => boolean} given.ignored what `.dockerignore` leaves out
 * @param {string[]} given.manifests package.json files of the workspace, relative to the root
 * @returns {string[]}
 */
export function imageProblems({ name, stages, root, ignored, manifests }) {
  /** @type {string[]} */
  const problems = [];
  const wrong = (/** @type {string} */ what) => problems.push(`${name}: ${what}`);
  if (stages.length === 0) return [`${name}: has no FROM`];

  const user = inherited(stages, 'user');
  if (!user || /^(?:root|0)(?::|$)/.test(user)) wrong('its last USER is root, or there is none');
  if (stages.at(-1)?.user === null) wrong('the last stage names no USER');
  if (stages.length < 2) wrong('has one stage: what builds the program would ship with it');

  for (const [index, stage] of stages.entries()) {
    const earlier = stages.slice(0, index).map((before) => before.name);
    if (!earlier.includes(stage.base) && !isPinned(stage.base))
      wrong(`FROM ${stage.base} has no tag, or "latest"`);
    for (const { line, from, sources } of stage.copies) {
      if (from !== null) {
        if (!earlier.includes(from) && !isPinned(from))
          wrong(`line ${line} copies from ${from}, no stage before it`);
        continue;
      }
      for (const source of sources) {
        const path = source.replace(/^\.\//, '').replace(/\/$/, '');
        if (!(existsSync(join(root, path)) || globSync(path, { cwd: root }).length > 0))
          wrong(`line ${line} copies ${source}, which isn't there`);
        else if (ignored(path)) wrong(`line ${line} copies ${source}, which .dockerignore leaves out`);
      }
    }
    if (stage.installs) {
      const present = copiedBefore(stages, index);
      for (const manifest of manifests)
        if (!present.includes(manifest))
          wrong(`installs without ${manifest}, which the lock file is checked against`);
    }
  }
  return problems;
}

/** What a stage has from the context, the stages it starts from included. @param {import('./dockerfile.mjs').Stage[]} stages @param {number} index */
function copiedBefore(stages, index) {
  /** @type {string[]} */
  const sources = [];
  for (let stage = stages[index]; stage; ) {
    sources.push(...stage.copies.filter(({ from }) => from === null).flatMap((copy) => copy.sources));
    const { base } = stage;
    stage = stages.find(({ name }) => name === base);
  }
  return sources;
}
