import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Counts votes inside of a built CMS, past HTTP: so many clients, each in transactions of so many votes, as the
 * web server hands them over. Run in the CMS's folder, in its environment:
 *
 *     node count-votes.mjs <poll> <option,option> <clients> <votes in a transaction> <seconds>
 *
 * The last line printed is JSON: how many were accepted, in how many seconds.
 */
const [poll, options = '', clients, size, seconds] = process.argv.slice(2);
const keys = options.split(',');
const require = createRequire(join(process.cwd(), 'package.json'));
const { createStrapi } = require('@strapi/strapi');
const { formsOf } = require(join(process.cwd(), 'dist/src/api/submission/adapters/forms.js'));

const strapi = await createStrapi({ appDir: process.cwd(), distDir: 'dist', serveAdminPanel: false }).load();
const { vote } = formsOf(strapi);
let accepted = 0;
const began = performance.now();
const end = began + Number(seconds) * 1_000;

async function client() {
  while (performance.now() < end) {
    const votes = Array.from({ length: Number(size) }, (_, index) => ({
      form: 'vote',
      key: randomUUID(),
      locale: 'fr-CA',
      receivedAt: new Date().toISOString(),
      requestId: randomUUID(),
      body: { poll, choices: [keys[index % keys.length]] },
      voter: randomBytes(16).toString('base64url'),
    }));
    const answers = await strapi.db.transaction(({ trx }) => vote(votes, trx));
    accepted += answers.filter(({ outcome }) => outcome === 'accepted').length;
  }
}

await Promise.all(Array.from({ length: Number(clients) }, client));
const took = (performance.now() - began) / 1_000;
process.stdout.write(`${JSON.stringify({ accepted, seconds: took })}\n`);
process.exit(0);
