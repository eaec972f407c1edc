import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createJobs } from '../../src/platform/jobs/create-jobs.ts';
import { databases } from '../support/databases.ts';
import { readRows } from '../support/mailer.ts';
import { startSink } from '../support/smtp-sink.ts';
import type { TestCms } from '../support/strapi.ts';

const SOON = { timeout: 20_000 };
const ALERT_EMAIL = 'garde@passerelle.example';

/** Asks the CMS for a job, as another process would. */
async function enqueue(cms: TestCms, name: string, payload: Record<string, string | number>): Promise<void> {
  const jobs = createJobs({
    connection: cms.strapi.db.connection,
    databaseUrl: process.env.DATABASE_URL,
    log: () => undefined,
  });
  await jobs.enqueue({ name, payload });
  await jobs.stop();
}

const alarmAt = (at: string, code = 'submission-set-aside') => ({
  code,
  at,
  requestId: randomUUID(),
  form: 'vote',
});

async function writeOrganization(cms: TestCms): Promise<void> {
  const data: Record<string, unknown> = {
    legalName: 'Passerelle & <cie> inc.',
    tradeName: 'Passerelle',
    tagline: 'Vérifiée',
    neq: '0000000000',
    address: { street: '1, rue Haute', city: 'Québec', province: 'QC', postalCode: 'G0A 0A0', country: 'CA' },
    telephone: '+14185550123',
    email: 'bonjour@passerelle.example',
    privacyOfficer: { title: 'Responsable', email: 'vie-privee@passerelle.example' },
    senderBlock: 'Passerelle',
    disclaimer: 'Site privé.',
    openingHours: [{ days: 'Lundi', hours: 'De 9 h à 17 h' }],
  };
  await cms.strapi.documents('api::organization.organization').create({ locale: 'fr-CA', data });
}

/** Asks under another name than the address's: fetch does not allow that. */
function statusOf(cms: TestCms, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(cms.address + path, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe.each(databases)('the mail of the CMS on $name', ({ start }) => {
  describe('without a mail server', () => {
    let cms: TestCms;
    let folder: string;
    const files = () => readdirSync(folder).filter((name) => name.endsWith('.json'));
    beforeAll(async () => {
      cms = await start({ environment: { ALERT_EMAIL } });
      folder = join(cms.folder, 'cms', 'mail');
      await writeOrganization(cms);
    });
    afterAll(() => cms.stop());

    it('shows an empty mailbox', async () => {
      const page = await cms.get('/__mail');
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Aucun courriel');
    });

    it('writes an alarm to a file, once an hour for each kind', async () => {
      const first = alarmAt('2026-11-24T21:38:01.000Z');
      await enqueue(cms, 'alarm.mail', { ...first, attempts: 5 });
      await vi.waitFor(() => expect(files()).toHaveLength(1), SOON);
      await enqueue(cms, 'alarm.mail', alarmAt('2026-11-24T21:59:59.000Z'));
      await enqueue(cms, 'alarm.mail', alarmAt('2026-11-24T22:00:00.000Z'));
      await enqueue(cms, 'alarm.mail', alarmAt('2026-11-24T21:40:00.000Z', 'mail-given-up'));
      await vi.waitFor(() => expect(files()).toHaveLength(3), SOON);
      const eml = readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(eml).toHaveLength(3);
      for (const source of eml) {
        expect(source).toContain(`To: ${ALERT_EMAIL}\r\n`);
        expect(source).toContain('From: Passerelle <ne-pas-repondre@passerelle.example>\r\n');
        expect(source).toMatch(/^Message-ID: <[0-9a-f-]{36}@passerelle\.example>\r$/m);
      }
      const kept = files().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
      const said = kept.find(({ text }) => text.includes(first.requestId));
      expect(said.html).toContain('Passerelle &amp; &lt;cie&gt; inc.');
      expect(said.text).toContain('Passerelle & <cie> inc.\n1, rue Haute, Québec (QC) G0A\u00a00A0');
      expect(statSync(folder).mode & 0o077).toBe(0);
      expect(statSync(join(folder, files()[0] ?? '')).mode & 0o077).toBe(0);
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    });

    it('keeps the address and what is said sealed in the database', async () => {
      // That a mail is in the mailbox is written down after it.
      const rows = await vi.waitFor(async () => {
        const found = await readRows(cms.strapi.db.connection);
        expect(found.map((row) => row.state)).toEqual(['sent', 'sent', 'sent']);
        return found;
      }, SOON);
      const stored = JSON.stringify(rows);
      expect(stored).toContain('ciphertext');
      expect(stored).not.toMatch(/garde|passerelle\.example|submission-set-aside/);
    });

    it('shows them, newest first, each apart and without a script', async () => {
      const list = await cms.get('/__mail');
      const names = [...(await list.text()).matchAll(/href="\/__mail\/([^"/.]+)"/g)].map(
        ([, name = '']) => name,
      );
      expect(names).toHaveLength(3);
      expect(names).toEqual([...names].sort().reverse());
      const path = `/__mail/${names[0]}`;
      const [page, mail, source] = await Promise.all(
        [path, `${path}/html`, `${path}/source`].map((at) => cms.get(at)),
      );
      expect(await page?.text()).toMatch(
        /<iframe[^>]*\bsandbox="allow-popups allow-popups-to-escape-sandbox"/,
      );
      expect(page?.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
      expect(page?.headers.get('cache-control')).toBe('no-store');
      expect(mail?.headers.get('content-security-policy')).toMatch(
        /default-src 'none';.*sandbox allow-popups/,
      );
      expect(mail?.headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(await mail?.text()).toContain('Passerelle &amp; &lt;cie&gt; inc.');
      expect(source?.headers.get('content-disposition')).toContain('attachment');
      expect(source?.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it.each([
      '/__mail/rien',
      '/__mail/..%2F..%2Fpasserelle.sqlite/source',
      `/__mail/20261124T213801000Z-${randomUUID()}`,
      `/__mail/20261124T213801000Z-${randomUUID()}/html`,
      `/__mail/20261124T213801000Z-${randomUUID()}/source`,
    ])('has nothing at %s', async (path) => {
      expect((await cms.get(path)).status).toBe(404);
    });

    it.each<Record<string, string>>([
      { host: 'evil.example' },
      { host: 'passerelle.example:1337' },
      { 'x-forwarded-for': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
    ])('is not shown to a request with %j', async (headers) => {
      expect(await statusOf(cms, '/__mail', headers)).toBe(404);
      expect(await statusOf(cms, '/__mail/style.css', headers)).toBe(404);
    });

    it('purges what is old, in the database and in the mailbox', async () => {
      const { connection } = cms.strapi.db;
      await connection('passerelle_mails').update({ at: Date.now() - 31 * 86_400_000 });
      const kept = files().length;
      await enqueue(cms, 'mail.purge', {});
      await vi.waitFor(async () => {
        expect((await readRows(connection)).map((row) => row.content)).toEqual([null, null, null]);
      }, SOON);
      expect((await readRows(connection)).map((row) => row.state)).toEqual(['sent', 'sent', 'sent']);
      expect(files()).toHaveLength(kept);
    });
  });

  it('with a mail server sends by it, and has no mailbox page', async () => {
    const sink = await startSink();
    const MAIL_FROM = 'Passerelle <bonjour@passerelle.example>';
    const cms = await start({ environment: { SMTP_URL: sink.url, MAIL_FROM, ALERT_EMAIL } });
    await enqueue(cms, 'alarm.mail', alarmAt(new Date().toISOString()));
    await vi.waitFor(() => expect(sink.taken).toHaveLength(1), SOON);
    expect(sink.taken[0]?.to).toEqual([ALERT_EMAIL]);
    expect((await cms.get('/__mail')).status).toBe(404);
    await cms.stop();
    await sink.close();
  });

  it('sends no alarm about an alarm that may have been sent', async () => {
    const sink = await startSink({ end: 'drop' });
    const MAIL_FROM = 'Passerelle <bonjour@passerelle.example>';
    const cms = await start({ environment: { SMTP_URL: sink.url, MAIL_FROM, ALERT_EMAIL } });
    await enqueue(cms, 'alarm.mail', alarmAt(new Date().toISOString()));
    const states = async () => (await readRows(cms.strapi.db.connection)).map((row) => row.state);
    await vi.waitFor(async () => expect(await states()).toEqual(['uncertain']), SOON);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await states()).toEqual(['uncertain']);
    expect(sink.seen.end).toBe(1);
    await cms.stop();
    await sink.close();
  });

  it('is not shown where the CMS has a public address', async () => {
    const cms = await start({ environment: { CMS_URL: 'https://cms.passerelle.example' } });
    expect((await cms.get('/__mail')).status).toBe(404);
    await cms.stop();
  });
});
