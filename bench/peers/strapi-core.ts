import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answers, CMS, freePort } from '../stack.ts';
import type { Workshop } from '../workshop.ts';

const DATABASE = `module.exports = () => ({
  connection: {
    client: 'sqlite',
    connection: { filename: process.env.DATABASE_FILE },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(handle, done) {
        handle.pragma('journal_mode = WAL');
        handle.pragma('synchronous = FULL');
        handle.pragma('cache_size = -64000');
        handle.pragma('wal_autocheckpoint = 4000');
        done(null, handle);
      },
    },
  },
});
`;
const SERVER = `module.exports = () => ({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  app: { keys: ['a'.repeat(32), 'b'.repeat(32)] },
});
`;
const ADMIN = `module.exports = () => ({
  serveAdminPanel: false,
  auth: { secret: 'c'.repeat(32) },
  apiToken: { salt: 'd'.repeat(32) },
  transfer: { token: { salt: 'e'.repeat(32) } },
});
`;
const MIDDLEWARES = `module.exports = [
  'strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::query', 'strapi::body',
  'strapi::session', 'strapi::favicon', 'strapi::public',
];
`;
const INDEX = `const { writeFileSync } = require('node:fs');
module.exports = {
  async bootstrap({ strapi }) {
    const { accessKey } = await strapi.service('admin::api-token').create({
      name: 'bench', description: '', kind: 'content-api', type: 'full-access', permissions: null, lifespan: null,
    });
    writeFileSync(process.env.TOKEN_FILE, accessKey);
  },
};
`;
const SCHEMA = {
  kind: 'collectionType',
  collectionName: 'votes',
  info: { singularName: 'vote', pluralName: 'votes', displayName: 'Vote' },
  options: { draftAndPublish: false },
  attributes: {
    poll: { type: 'string', required: true },
    choice: { type: 'string', required: true },
    voter: { type: 'string', required: true, unique: true },
  },
};
const factory = (kind: string): string =>
  `const { factories } = require('@strapi/strapi');\nmodule.exports = factories.createCore${kind}('api::vote.vote');\n`;

/**
 * Starts a Strapi application that takes votes as Strapi does by itself: a collection type of three fields, created by
 * `POST /api/votes`. On SQLite with the settings of ours, so that both keep what they have acknowledged.
 *
 * @returns where they are posted, and the headers for that.
 */
export async function startStrapiCore(shop: Workshop): Promise<{ url: string; headers: string[] }> {
  const folder = shop.folder(resolve(import.meta.dirname, '..'), '.strapi-core-');
  const args = layOut(folder);
  const port = String(await freePort());
  const tokenFile = join(folder, 'token');
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: port,
    DATABASE_FILE: join(folder, 'data.sqlite'),
    TOKEN_FILE: tokenFile,
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  shop.keep(spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' }));
  await answers(`http://127.0.0.1:${port}/_health`);
  const headers = [
    'Content-Type: application/json',
    `Authorization: Bearer ${readFileSync(tokenFile, 'utf8')}`,
  ];
  return { url: `http://127.0.0.1:${port}/api/votes`, headers };
}

/** @returns arguments for node to start it in that folder; PORT, DATABASE_FILE and TOKEN_FILE say where. */
function layOut(folder: string): string[] {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  // Strapi starts only where it is a dependency.
  const dependencies = { '@strapi/strapi': '*' };
  write(
    'package.json',
    JSON.stringify({ name: 'strapi-core', version: '0.0.0', private: true, dependencies }),
  );
  write('config/database.js', DATABASE);
  write('config/server.js', SERVER);
  write('config/admin.js', ADMIN);
  write('config/middlewares.js', MIDDLEWARES);
  write('config/logger.js', `module.exports = { level: 'warn' };\n`);
  write('src/index.js', INDEX);
  write('src/api/vote/content-types/vote/schema.json', JSON.stringify(SCHEMA));
  write('src/api/vote/routes/vote.js', factory('Router'));
  write('src/api/vote/controllers/vote.js', factory('Controller'));
  write('src/api/vote/services/vote.js', factory('Service'));
  mkdirSync(join(folder, 'public/uploads'), { recursive: true });
  symlinkSync(join(CMS, 'node_modules'), join(folder, 'node_modules'));
  return [join(CMS, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'];
}
