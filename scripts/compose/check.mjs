import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { ignoredBy } from './context.mjs';
import { readStages } from './dockerfile.mjs';
import { imageProblems } from './image-rules.mjs';
import { schemaProblems } from './schema.mjs';
import { serviceProblems, unusedProblems } from './service-rules.mjs';
import { references, texts, withVariables } from './variables.mjs';

const COMPOSE = 'docker-compose.yml';
const EXAMPLE = '.env.example';

/**
 * @typedef {object} ComposeFile
 * @property {Record<string, import('./service-rules.mjs').Service>} [services]
 * @property {Record<string, unknown>} [volumes]
 * @property {Record<string, unknown>} [networks]
 */

/** @param {string} text @returns {unknown} */
const parseYaml = (text) => parse(text, { merge: true });

/**
 * Holds docker-compose.yml against the Compose Specification and our rules, and what it builds from against ours.
 * @param {string} root folder of the Compose file, which is the build context as well
 * @returns {{ problems: string[], services: number, images: number }}
 */
export function checkCompose(root) {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
  const fatal = (/** @type {string[]} */ reasons) => ({
    problems: reasons.map((reason) => `${COMPOSE}: ${reason}`),
    services: 0,
    images: 0,
  });
  /** @type {unknown} */
  let parsed;
  try {
    parsed = parseYaml(read(COMPOSE));
  } catch (error) {
    if (error instanceof YAMLParseError) return fatal([error.message]);
    throw error;
  }
  const schema = schemaProblems(withVariables(parsed));
  if (schema.length > 0) return fatal(schema);
  // The schema has found it to be one.
  const document = /** @type {ComposeFile} */ (parsed);

  /** @type {Map<string, import('./dockerfile.mjs').Stage[]>} */
  const images = new Map();
  /** @type {string[]} */
  const problems = [];
  const services = Object.entries(document.services ?? {});
  for (const [name, { build }] of services) {
    const file = build && (build.dockerfile ?? 'Dockerfile');
    if (!file || images.has(file)) continue;
    if (existsSync(join(root, file))) images.set(file, readStages(read(file)));
    else problems.push(`${name}: its Dockerfile ${file} isn't there`);
  }
  if (problems.length > 0) return { problems, services: services.length, images: images.size };

  const project = {
    services: document.services ?? {},
    volumes: document.volumes ?? {},
    networks: document.networks ?? {},
    stages: (/** @type {import('./service-rules.mjs').Service} */ { build }) =>
      images.get(build?.dockerfile ?? '') ?? [],
  };
  for (const [name, service] of services) problems.push(...serviceProblems(name, service, project));
  problems.push(...unusedProblems(project));

  const ignored = ignoredBy(existsSync(join(root, '.dockerignore')) ? read('.dockerignore') : '');
  const manifests = globSync(workspaceManifests(parseYaml(read('pnpm-workspace.yaml'))), { cwd: root });
  for (const [name, stages] of images)
    problems.push(...imageProblems({ name, stages, root, ignored, manifests }));

  const explained = existsSync(join(root, EXAMPLE)) ? read(EXAMPLE) : '';
  const asked = texts(document).flatMap((text) => references(text).map(({ name }) => name));
  for (const name of new Set(asked))
    if (!new RegExp(`^#? ?${name}=`, 'm').test(explained))
      problems.push(`${EXAMPLE}: doesn't explain ${name}`);
  return { problems, services: services.length, images: images.size };
}

/** @param {unknown} workspace what pnpm-workspace.yaml says @returns {string[]} patterns of its packages' manifests */
function workspaceManifests(workspace) {
  const packages =
    workspace !== null && typeof workspace === 'object' && 'packages' in workspace ? workspace.packages : [];
  if (!Array.isArray(packages)) throw new Error('pnpm-workspace.yaml: packages is not a list');
  return packages.map((glob) => `${glob}/package.json`);
}
