import { DockerfileParser } from 'dockerfile-ast';

/**
 * @typedef {object} Stage
 * @property {string | null} name
 * @property {string} base an image, or the name of an earlier stage
 * @property {string | null} user the last one set here
 * @property {boolean} healthcheck
 * @property {boolean} installs whether it runs `pnpm … install`
 * @property {{ line: number, from: string | null, sources: string[] }[]} copies
 */

/**
 * What the checks need to know of a Dockerfile.
 * @param {string} text
 * @returns {Stage[]} in their order; the last one is the image
 */
export function readStages(text) {
  /** @type {Stage[]} */
  const stages = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const words = instruction.getArguments().map((argument) => argument.getValue());
    const line = instruction.getRange().start.line + 1;
    const stage = stages.at(-1);
    switch (instruction.getKeyword()) {
      case 'FROM':
        stages.push(newStage(words));
        break;
      case 'USER':
        if (stage) stage.user = words[0] ?? null;
        break;
      case 'HEALTHCHECK':
        if (stage) stage.healthcheck = words[0]?.toUpperCase() !== 'NONE';
        break;
      case 'RUN':
        if (stage && /\bpnpm(@\S+)? (.* )?install\b/.test(words.join(' '))) stage.installs = true;
        break;
      case 'ADD':
      case 'COPY':
        stage?.copies.push({ line, from: fromFlag(instruction), sources: words.slice(0, -1) });
        break;
    }
  }
  return stages;
}

/** @param {string[]} words of a FROM, its flags left out @returns {Stage} */
function newStage([base = '', , name]) {
  return { name: name ?? null, base, user: null, healthcheck: false, installs: false, copies: [] };
}

/** @param {import('dockerfile-ast').Instruction} instruction */
function fromFlag(instruction) {
  const flags = /** @type {import('dockerfile-ast').Copy} */ (instruction).getFlags();
  return flags.find((flag) => flag.getName() === 'from')?.getValue() ?? null;
}

/**
 * What holds in the image: a stage's own setting, or the one of the stage it starts from.
 * @template {'user' | 'healthcheck'} Setting
 * @param {Stage[]} stages
 * @param {Setting} setting
 * @returns {Stage[Setting] | null}
 */
export function inherited(stages, setting) {
  let stage = stages.at(-1);
  while (stage) {
    if (stage[setting]) return stage[setting];
    const { base } = stage;
    stage = stages.find(({ name }) => name === base);
  }
  return null;
}
