import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { checkCompose } from './compose/check.mjs';
import { ignoredBy } from './compose/context.mjs';

const COMPOSE = `
services:
  app:
    image: app:1.0.0
    build: { context: ., dockerfile: docker/app.Dockerfile }
    init: true
    read_only: true
    security_opt: ["no-new-privileges:true"]
    environment:
      APP_TOKEN: \${APP_TOKEN:?Run setup}
    ports: ["127.0.0.1:8080:8080"]
    volumes: ["data:/data"]
    networks: [inside]
  worker:
    image: app:1.0.0
    user: "1000"
    init: true
    read_only: true
    security_opt: ["no-new-privileges:true"]
    depends_on:
      app: { condition: service_healthy }
    networks: [inside]
    healthcheck:
      test: [CMD, "true"]
      interval: 10s
volumes:
  data: {}
networks:
  inside: {}
`;
const DOCKERFILE = `
FROM node:24-bookworm-slim AS built
COPY package.json pnpm-lock.yaml ./
COPY parts/one/package.json parts/one/
RUN npx --yes pnpm@12 install --frozen-lockfile
COPY src src
FROM node:24-bookworm-slim
COPY --from=built /app ./
USER node
HEALTHCHECK CMD ["true"]
CMD ["node", "main.js"]
`;
const SOUND = {
  'docker-compose.yml': COMPOSE,
  'docker/app.Dockerfile': DOCKERFILE,
  'package.json': '{}',
  'pnpm-lock.yaml': '',
  'pnpm-workspace.yaml': 'packages: [parts/*]',
  'parts/one/package.json': '{}',
  'src/main.js': '',
  '.dockerignore': 'node_modules\n',
  '.env.example': 'APP_TOKEN=\n',
};

const made = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes the sound project, with the changes, and gives what is found wrong with it. */
async function problemsWith(changes) {
  const root = mkdtempSync(join(tmpdir(), 'compose-'));
  made.push(root);
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return checkCompose(root).problems;
}

const compose = (from, to) => ({ 'docker-compose.yml': replaced(COMPOSE, from, to) });
const dockerfile = (from, to) => ({ 'docker/app.Dockerfile': replaced(DOCKERFILE, from, to) });

/** A change that changes nothing would make its case pass for the wrong reason. */
function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`The fixture has no ${JSON.stringify(from)}`);
  return text.replace(from, to);
}

test('our own files hold', () => {
  expect(checkCompose(fileURLToPath(new URL('..', import.meta.url))).problems).toEqual([]);
});

test('a sound project has no problem', async () => {
  expect(await problemsWith({})).toEqual([]);
});

describe('each fault is found, and only that one', () => {
  test.each([
    [
      'an unknown key',
      compose('init: true', 'inti: true'),
      /app.*must NOT have additional properties \(inti\)/,
    ],
    [
      'a duration without a unit',
      compose('interval: 10s', 'interval: "10"'),
      /interval must match format "duration"/,
    ],
    ['text that is no YAML', compose('image: app:1.0.0', 'image: app: 1.0.0'), /Nested mappings/],
    [
      'a port open to the network',
      compose('127.0.0.1:8080', '8080'),
      /publishes 8080:8080 beyond this machine/,
    ],
    ['a plain secret', compose(`\${APP_TOKEN:?Run setup}`, 'abcdef'), /APP_TOKEN holds a secret/],
    [
      'a default secret',
      compose(':?Run setup', ':-abcdef'),
      /APP_TOKEN holds a secret in plain words or with a default/,
    ],
    ['a secret without words', compose(':?Run setup', ':?'), /APP_TOKEN takes a secret without words/],
    [
      'a password in an address',
      compose(`APP_TOKEN: \${APP_TOKEN:?Run setup}`, 'DB: postgres://me:pass@db/x'),
      /DB holds a secret/,
    ],
    [
      'an image without a tag',
      compose('image: app:1.0.0\n    user', 'image: app\n    user'),
      /worker: its image has no tag/,
    ],
    [
      'the latest image',
      compose('image: app:1.0.0\n    user', 'image: app:latest\n    user'),
      /worker: its image has no tag, or "latest"/,
    ],
    ['a service run as root', compose('user: "1000"', 'user: "0:0"'), /worker: runs as root/],
    ['a writable root', compose('read_only: true\n', 'read_only: false\n'), /app: has a writable root/],
    [
      'no healthcheck',
      compose('test: [CMD, "true"]\n      interval: 10s', 'disable: true'),
      /worker: has no healthcheck/,
    ],
    ['an undeclared volume', compose('"data:/data"', '"data:/data", "more:/more"'), /undeclared volume more/],
    [
      'an unused volume',
      compose('  data: {}', '  data: {}\n  more: {}'),
      /volume more is used by no service/,
    ],
    [
      'an undeclared network',
      compose('networks: [inside]\n  worker', 'networks: [inside, away]\n  worker'),
      /undeclared network away/,
    ],
    [
      'a dependency that is not there',
      compose('app: { condition', 'none: { condition'),
      /depends on none, which isn't there/,
    ],
    [
      'a dependency without a condition',
      compose('\n      app: { condition: service_healthy }', ' [app]'),
      /without a condition/,
    ],
    [
      'a Dockerfile that is not there',
      { ...compose('dockerfile: docker/app', 'dockerfile: docker/none') },
      /Dockerfile docker\/none.Dockerfile isn't there/,
    ],
    ['a last user that is root', dockerfile('USER node', 'USER root'), /its last USER is root/],
    [
      'no healthcheck anywhere',
      dockerfile('HEALTHCHECK CMD ["true"]', 'HEALTHCHECK NONE'),
      /app: has no healthcheck/,
    ],
    [
      'a base without a tag',
      dockerfile('FROM node:24-bookworm-slim\n', 'FROM node\n'),
      /FROM node has no tag/,
    ],
    [
      'a stage that is not there',
      dockerfile('--from=built', '--from=build'),
      /copies from build, no stage before it/,
    ],
    [
      'a source that is not there',
      dockerfile('COPY src src', 'COPY source src'),
      /line 6 copies source, which isn't there/,
    ],
    ['a source that is ignored', { '.dockerignore': 'src\n' }, /copies src, which .dockerignore leaves out/],
    [
      'a forgotten manifest',
      dockerfile('COPY parts/one/package.json parts/one/\n', ''),
      /installs without parts\/one\/package.json/,
    ],
    ['an unexplained variable', { '.env.example': '' }, /doesn't explain APP_TOKEN/],
  ])('%s', async (_, changes, expected) => {
    const problems = await problemsWith(changes);
    expect(problems.filter((problem) => expected.test(problem))).toHaveLength(1);
    // What follows from the same fault may be told as well; nothing unrelated may be.
    expect(problems.length).toBeLessThanOrEqual(2);
  });
});

describe('.dockerignore', () => {
  const ignored = ignoredBy('**/node_modules\n*.log\ne2e/*\n!e2e/package.json\n.env.*\n');
  test.each([
    ['node_modules/a/b.js', true],
    ['apps/web/node_modules', true],
    ['build.log', true],
    ['apps/build.log', false],
    ['e2e/specs/a.ts', true],
    ['e2e/package.json', false],
    ['.env.local', true],
    ['src/main.js', false],
  ])('%s → %s', (path, expected) => expect(ignored(path)).toBe(expected));
});
