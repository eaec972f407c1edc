import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PersonRequest } from '@passerelle/contracts';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import type { remindOfficer } from '../../src/privacy/adapters/remind-officer.ts';
import type { watchLedger } from '../../src/privacy/adapters/watch-ledger.ts';
import { tokenFor } from './accounts.ts';
import { formOf, tokenIn, visitorOf } from './newsletter.ts';
import type { TestCms } from './strapi.ts';

const require = createRequire(import.meta.url);
const compiled = join(import.meta.dirname, '../../dist/src/privacy/adapters');

const idSchema = z.object({ id: z.number() });

/** Signs in as somebody new in a role that is there. */
export async function signInAs(cms: TestCms, code: string): Promise<string> {
  const role = idSchema.parse(await cms.strapi.service('admin::role').findOne({ code }));
  const account = { email: `${randomUUID()}@passerelle.test`, password: `Aa1${randomUUID()}` };
  await cms.strapi.service('admin::user').create({
    ...account,
    firstname: `Essai ${code}`,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return tokenFor(cms, account);
}

/** What a person asks, as the page sends it. */
export const personWish = (body: Partial<PersonRequest> = {}) =>
  formOf('person-request', {
    kind: 'erasure',
    name: 'Requérante Fictive-Zythum',
    email: 'requerante@exemple.example',
    message: 'Effacez tout, de grâce zythumique.',
    notice: 'notice-1',
    page: '/renseignements-personnels/',
    ...body,
  });

/** Asks, and follows the link that was mailed. @returns the request's id. */
export async function openRequest(
  cms: TestCms,
  body: Pick<PersonRequest, 'email'> & Partial<PersonRequest>,
): Promise<string> {
  const visitor = visitorOf(cms);
  await visitor.send(personWish(body));
  const mail = await visitor.waitForMail(body.email, 'person-request-confirm');
  await visitor.send(formOf('person-request-confirm', { token: tokenIn(mail) }));
  const rows = await cms.strapi.db
    .connection('passerelle_person_requests')
    .where({ status: 'open' })
    .orderBy('received_at', 'desc')
    .limit(1);
  return z.array(z.object({ id: z.string() })).parse(rows)[0]?.id ?? '';
}

/** Nightly and daily work about persons of a running CMS, done now or at an instant. */
export function privacyWork({ strapi }: TestCms) {
  const setting: typeof import('../../src/privacy/adapters/privacy-setting.ts') = require(
    join(compiled, 'privacy-setting.js'),
  );
  const reminding: { remindOfficer: typeof remindOfficer } = require(join(compiled, 'remind-officer.js'));
  const watching: { watchLedger: typeof watchLedger } = require(join(compiled, 'watch-ledger.js'));
  const own = () => setting.privacyOf(strapi);
  return {
    remindAt: (at: Date) => reminding.remindOfficer({ ...own(), clock: () => at }),
    watchLedger: () => watching.watchLedger(own()),
  };
}

/** The jobs of a running CMS. */
export function jobsIn({ strapi }: TestCms) {
  const running: typeof import('../../src/platform/running-jobs.ts') = require(
    join(import.meta.dirname, '../../dist/src/platform/running-jobs.js'),
  );
  return running.jobsOf(strapi);
}

/** Has a job that fails be given up at its next try, whichever it would be. @returns the payloads of those given up */
export async function giveUp(cms: TestCms, name: string): Promise<string[]> {
  const { connection } = cms.strapi.db;
  if (connection.client.config.client === 'pg') {
    await connection.raw(
      `UPDATE passerelle_jobs.job SET retry_count = retry_limit, start_after = now() WHERE name = ? AND state IN ('created', 'retry')`,
      [name],
    );
  } else {
    await connection('passerelle_jobs').where({ name, state: 'waiting' }).update({ attempts: 11, run_at: 0 });
  }
  const dead = await jobsIn(cms).deadLetters();
  return dead.filter((job) => job.name === name).map(({ payload }) => JSON.stringify(payload));
}

/** Waits for the mail that says everything was erased, and takes it out of the local mailbox: it is in its person's own. */
export async function takeLastMail(cms: TestCms, email: string): Promise<void> {
  const { name } = await visitorOf(cms).waitForMail(email, 'person-request-erased');
  const id = name.slice(name.indexOf('-') + 1);
  await vi.waitFor(async () => {
    const row: unknown = await cms.strapi.db.connection('passerelle_mails').where({ id }).first();
    expect(row).toMatchObject({ state: 'sent', content: null });
  });
  for (const ending of ['json', 'eml']) rmSync(join(cms.folder, 'cms/mail', `${name}.${ending}`));
}

/**
 * Sends a file to an inquiry, as its visitor does once invited, and has it found clean: no scanner is set here.
 *
 * @param agent token of somebody who works on inquiries.
 */
export async function sendVisitorFile(
  cms: TestCms,
  { agent, email, reference }: { agent: string; email: string; reference: string },
  content: Buffer,
  name: string,
): Promise<void> {
  const table = (of: string) => cms.strapi.db.connection(of);
  const row: unknown = await table('passerelle_inquiries').where({ reference }).first();
  const { id } = z.object({ id: z.string() }).parse(row);
  await cms.post(`/passerelle/inquiries/${id}/invitation`, { most: 2 }, agent);
  const mail = await visitorOf(cms).waitForMail(email, 'inquiry-files');
  const sent = await fetch(`${cms.address}/api/inquiry-files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${cms.submitToken}`,
      'content-type': 'application/octet-stream',
      'x-invitation': /token=([\w-]{43})/.exec(mail.text)?.[1] ?? '',
      'x-file-name': encodeURIComponent(name),
    },
    body: new Uint8Array(content),
  });
  expect(await sent.json()).toMatchObject({ outcome: 'received' });
  await table('passerelle_inquiry_files').where({ inquiry: id }).update({ state: 'clean' });
}
