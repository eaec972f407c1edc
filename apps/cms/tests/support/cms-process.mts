import { z } from 'zod';
import { startCms } from './strapi.ts';
import { countVotes } from './votes.ts';

/**
 * A CMS in a process of its own, until it is told to stop (SIGTERM) or killed. Its votes are counted as in
 * `votes.ts` when `counting` says so, else as in operation.
 *
 * Its argument is JSON: the database, and what its environment has in common with another's. It writes
 * `ready <address>` once it serves.
 */

const argumentSchema = z.object({
  databaseUrl: z.string().optional(),
  folder: z.string().optional(),
  counting: z.boolean(),
  environment: z.record(z.string(), z.string()),
});
const { databaseUrl, folder, counting, environment } = argumentSchema.parse(
  JSON.parse(process.argv[2] ?? ''),
);

const cms = await startCms({ databaseUrl, environment, ...(folder !== undefined && { folder }) });
if (counting) await countVotes(cms.strapi);
process.stdout.write(`ready ${cms.address}\n`);

process.once('SIGTERM', async () => {
  await cms.stop();
  process.exit();
});
