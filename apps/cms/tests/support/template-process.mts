import { startCms } from './strapi.ts';

/** Starts a CMS on an empty database, the one of its arguments (a folder, and PostgreSQL's address if any), and ends. */
const [folder = '', databaseUrl] = process.argv.slice(2);
const cms = await startCms({
  folder,
  databaseUrl,
  // Each CMS that is started on a copy makes an administrator of its own.
  environment: { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' },
});
await cms.keep();
process.exit();
