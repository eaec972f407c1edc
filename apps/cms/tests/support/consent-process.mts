import { once } from 'node:events';
import { z } from 'zod';
import { appendConsent } from '../../src/consent/ledger.ts';
import { startCms } from './strapi.ts';

/**
 * A CMS in a process of its own that adds events to the ledger of consent. It writes `ready`, waits for a line, adds
 * them ten at once, and writes `done`. Its argument is JSON: where the database is, and how many.
 */

const argumentSchema = z.object({
  databaseUrl: z.string().optional(),
  folder: z.string(),
  events: z.int().positive(),
});
const { databaseUrl, folder, events } = argumentSchema.parse(JSON.parse(process.argv[2] ?? ''));

const cms = await startCms({ databaseUrl, folder });
process.stdout.write('ready\n');
await once(process.stdin, 'data');

let added = 0;
const adding = async () => {
  while (added < events) {
    added += 1;
    const email = `visiteur-${process.pid}-${added}@exemple.example`;
    await cms.strapi.db.transaction(({ trx }) =>
      appendConsent(cms.strapi, trx, {
        kind: 'given',
        purpose: 'newsletter',
        email,
        wording: 'newsletter-1',
        locale: 'fr-CA',
        page: '/infolettre/',
        formVersion: '1',
        at: new Date(),
        actor: 'visitor',
      }),
    );
  }
};
await Promise.all(Array.from({ length: 10 }, adding));
process.stdout.write('done\n');
await cms.keep();
process.exit();
