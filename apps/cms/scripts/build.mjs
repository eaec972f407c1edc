// Builds the CMS: the server by tsc, the admin panel by `strapi build`, each only when its inputs have changed.
// `--server` leaves the admin panel out; `--force` builds both whatever has changed.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const workspace = join(root, '..', '..');
const dist = join(root, 'dist');
const recordFile = join(dist, 'inputs.json');
const require = createRequire(import.meta.url);
const asked = new Set(process.argv.slice(2));

const isAdmin = (path) => relative(root, path).startsWith(join('src', 'admin'));
const isTest = (path) => path.endsWith('.test.ts');

const parts = {
  server: {
    name: 'serveur / server',
    inputs: () => [
      ...filesIn(join(root, 'config')),
      ...filesIn(join(root, 'src')).filter((path) => !isAdmin(path) && !isTest(path)),
      join(root, 'tsconfig.json'),
      join(workspace, 'tsconfig.base.json'),
      join(workspace, 'pnpm-lock.yaml'),
    ],
    async build() {
      clean();
      await run(require.resolve('typescript/bin/tsc'), ['-p', 'tsconfig.json']);
    },
  },
  admin: {
    name: 'administration / admin panel',
    inputs: () => [
      ...filesIn(join(root, 'src', 'admin')),
      // What the panel shares with the server.
      ...filesIn(join(root, 'src', 'api', 'site-status', 'domain')),
      ...filesIn(join(root, 'src', 'platform', 'edit-views', 'i18n')),
      ...filesIn(join(workspace, 'packages', 'contracts', 'src')),
      ...filesIn(join(workspace, 'packages', 'desk', 'src')),
      join(root, 'config', 'admin.ts'),
      join(root, 'config', 'plugins.ts'),
      join(workspace, 'pnpm-lock.yaml'),
    ],
    build: () =>
      run(join(root, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js'), ['build'], buildEnvironment()),
  },
};

const record = readRecord();
for (const key of asked.has('--server') ? ['server'] : ['server', 'admin']) {
  const part = parts[key];
  const digest = digestOf(part.inputs());
  if (record[key] === digest && isBuilt(key) && !asked.has('--force')) {
    say(`CMS, ${part.name} : à jour / up to date`);
    continue;
  }
  const start = Date.now();
  say(`CMS, ${part.name} : construction… / building…`);
  delete record[key];
  writeRecord();
  try {
    await part.build();
  } catch (error) {
    process.stderr.write(`CMS, ${part.name} : échec / failed: ${error.message}\n`);
    process.exit(1);
  }
  record[key] = digest;
  writeRecord();
  say(`CMS, ${part.name} : prêt en / ready in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Every file below a folder, in a stable order. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digestOf(files) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of files) {
    hash.update(`\0${relative(workspace, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function isBuilt(key) {
  const proof = key === 'server' ? join(dist, 'src', 'index.js') : join(dist, 'build', 'index.html');
  return statSync(proof, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Removes what tsc wrote before, so that nothing loads a file whose source is gone; the admin panel stays. */
function clean() {
  for (const folder of ['src', 'config']) rmSync(join(dist, folder), { recursive: true, force: true });
}

/** Strapi reads its configuration to build the panel; none of these values ends up in it. */
function buildEnvironment() {
  const throwaway = () => randomBytes(32).toString('hex');
  const needed = {
    CMS_URL: 'http://localhost:1337',
    SITE_URL: 'http://localhost:4321',
    PUBLISHER_URL: 'http://127.0.0.1:4322',
    DATA_DIR: join(dist, 'build-data'),
    APP_KEYS: `${throwaway()},${throwaway()}`,
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  const secrets = [
    'API_TOKEN_SALT',
    'ADMIN_JWT_SECRET',
    'TRANSFER_TOKEN_SALT',
    'ENCRYPTION_KEY',
    'SITE_TOKEN',
    'REPORT_TOKEN',
    'NOTICE_TOKEN',
    'SUBMIT_TOKEN',
    'MASTER_KEY',
  ];
  for (const secret of secrets) needed[secret] = throwaway();
  needed.SUBMISSIONS_PRIVATE_KEY = 'A'.repeat(43);
  return { ...needed, NODE_ENV: 'production' };
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8'));
  } catch (error) {
    // A missing or damaged record only means that everything is built.
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return {};
    throw error;
  }
}

function writeRecord() {
  mkdirSync(dist, { recursive: true });
  writeFileSync(recordFile, `${JSON.stringify(record)}\n`);
}

function run(script, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${signal ?? code}`)),
    );
  });
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
