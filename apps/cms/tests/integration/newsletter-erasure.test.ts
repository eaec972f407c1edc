import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTraces } from '../support/canary.ts';
import { writeConsultant, writeOrganization } from '../support/consultants.ts';
import { publishedArticle } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { inquiry } from '../support/inquiries.ts';
import { formOf, visitorOf } from '../support/newsletter.ts';
import { jobsIn } from '../support/persons.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

describe.each(databases)('a reader who erases themselves on $name', ({ name, start }) => {
  let cms: TestCms;
  let visitor: ReturnType<typeof visitorOf>;
  beforeAll(async () => {
    cms = await start({});
    visitor = visitorOf(cms);
    await writeConsultant(cms);
    await writeOrganization(cms);
  });
  afterAll(() => cms.stop());

  const erase = (token: string) => visitor.send(formOf('newsletter-erase', { token }));
  const kept = async () => {
    const rows: { template: string }[] = await cms.strapi.db
      .connection('passerelle_mails')
      .whereNotNull('content')
      .select('template');
    return rows.map(({ template }) => template).sort();
  };

  it('leaves neither address in tables, files and logs, nor a mail that could be opened', async () => {
    // A domain of one's own may name its person.
    const domain = `domaine-${randomUUID().slice(0, 8)}.example`;
    const email = `efface-${randomUUID()}@${domain}`;
    const newEmail = `nouvelle-${randomUUID()}@exemple.example`;
    const other = `autre-${randomUUID()}@exemple.example`;
    const token = await visitor.join(email);
    await visitor.join(other);
    await publishedArticle(cms, { title: 'Un seuil a changé', slug: 'un-seuil' });
    await jobsIn(cms).enqueue({ name: 'newsletter.weekly', payload: {} });
    await visitor.waitForMail(email, 'newsletter-issue');
    await visitor.waitForMail(other, 'newsletter-issue');
    expect(await visitor.send(formOf('newsletter-address', { token, email: newEmail }))).toEqual([
      'accepted',
    ]);
    await visitor.waitForMail(newEmail, 'newsletter-address');

    const { connection } = cms.strapi.db;
    const search = async () => {
      const traces = await findTraces([email, newEmail, domain, other, token], {
        connection,
        paths: [cms.folder],
      });
      // The search has held up this process: connections whose time is over are closed before one is used again.
      await pause(200);
      return traces;
    };
    const before = (await search()).join('\n');
    for (const address of [email, newEmail]) expect(before).toContain(`${address} in ${cms.folder}`);

    expect(await erase(token)).toEqual(['accepted']);
    const left = () => [...visitor.mailsTo(email), ...visitor.mailsTo(newEmail)];
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
    expect(await kept()).toEqual(['newsletter-confirm', 'newsletter-welcome']);
    await connection.raw('VACUUM');
    if (name === 'SQLite') await connection.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    const after = await search();
    // Of the other one all is there, and the search finds what there is.
    expect(after.join('\n')).toContain(`${other} in ${cms.folder}`);
    // The sender of issues has a domain in clear: PostgreSQL will write over what it had.
    const writtenOver = new RegExp(
      `^${domain.replaceAll('.', '\\.')} in (?:write-ahead log|file of passerelle_deliveries)$`,
    );
    expect(after.filter((trace) => !trace.startsWith(other) && !writtenOver.test(trace))).toEqual([]);
    expect(visitor.mailsTo(other).map(({ template }) => template)).toHaveLength(3);
  });

  it('keeps what was mailed about an inquiry, and has nobody go over to an address that is erased', async () => {
    const email = `demande-${randomUUID()}@exemple.example`;
    await submit(cms, [inquiry({ email })]);
    await visitor.waitForMail(email, 'inquiry-received');
    const token = await visitor.join(email);
    const mover = await visitor.join(`deux-${randomUUID()}@exemple.example`);
    await cms.strapi.db.connection('passerelle_subscribers').update({ mailed_at: 0 });
    expect(await visitor.send(formOf('newsletter-address', { token: mover, email }))).toEqual(['accepted']);
    await visitor.waitForMail(email, 'newsletter-address');
    expect(await erase(token)).toEqual(['accepted']);
    const templates = () => visitor.mailsTo(email).map(({ template }) => template);
    await expect.poll(templates, { timeout: 20_000 }).toEqual(['inquiry-received']);
    expect(await kept()).toContain('inquiry-received');
    expect(await (await visitor.read(mover)).json()).toMatchObject({ status: 'active', newEmail: null });
  });
});
