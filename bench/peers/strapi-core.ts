import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
 * Lays out a Strapi application that takes votes as Strapi does by itself: a collection type, created by
 * `POST /api/votes`. On SQLite with the settings of ours, so that both keep what they have acknowledged.
 *
 * @param folder of its own; @param cms folder of the CMS, whose Strapi is used.
 * @returns arguments for node to start it in that folder; PORT, DATABASE_FILE and TOKEN_FILE say where.
 */
export function layOutStrapiCore(folder: string, cms: string): string[] {
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
  symlinkSync(join(cms, 'node_modules'), join(folder, 'node_modules'));
  return [join(cms, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'];
}
