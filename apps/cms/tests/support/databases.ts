import { inject } from 'vitest';
import { createDatabase } from './postgres.ts';
import { startCms, type TestCms, type TestCmsOptions } from './strapi.ts';

/** Starts a CMS on a database of its own, in which nothing is written yet. */
export type StartCms = (options?: Omit<TestCmsOptions, 'databaseUrl' | 'template'>) => Promise<TestCms>;

/** Both databases, for `describe.each`: every rule holds on either. */
export const databases: readonly { name: string; start: StartCms }[] = [
  { name: 'SQLite', start: (options) => startCms({ ...options, template: inject('cmsTemplate').folder }) },
  {
    name: 'PostgreSQL',
    async start(options) {
      const database = await createDatabase(inject('postgresUrl'), inject('cmsTemplate').database);
      const cms = await startCms({ ...options, databaseUrl: database.url });
      return {
        ...cms,
        async stop() {
          await cms.stop();
          await database.drop();
        },
      };
    },
  },
];
