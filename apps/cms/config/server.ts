import { env } from '../src/env.ts';
import { makeFolders } from '../src/platform/folders.ts';

export default () => {
  // Here, since the upload provider looks for its folder before `register` runs.
  makeFolders(env());
  return {
    host: env().CMS_HOST,
    port: env().CMS_PORT,
    url: env().CMS_URL,
    app: { keys: env().APP_KEYS },
    dirs: { public: env().publicFolder },
    // Strapi would ask the npm registry for newer versions, and keep a file of it beside the code.
    logger: { updates: { enabled: false }, startup: { enabled: true } },
    webhooks: { populateRelations: false },
    http: { serverOptions: { requestTimeout: 30_000, headersTimeout: 15_000 } },
  };
};
