import { type NewsletterData, newsletterDataSchema, personBundleSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeConsultant, writeOrganization } from '../support/consultants.ts';
import { documentsOf, publishedArticle } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { visitorOf } from '../support/newsletter.ts';
import { jobsIn, signInAs } from '../support/persons.ts';
import type { TestCms } from '../support/strapi.ts';

const EMAIL = 'visiteur@exemple.example';

/** Columns of a reader, and where the file has them; null for keys, hashes and links, which would open something. */
const TOLD: Readonly<Record<string, keyof NewsletterData | null>> = {
  ...{ id: null, email_index: null, wrapped_key: null, kid: null, manage_token: null },
  ...{ email: 'email', new_email: 'newEmail', locale: 'locale', topics: 'topics', programmes: 'programmes' },
  ...{ frequency: 'frequency', status: 'status', paused_until: 'pausedUntil', joined_at: 'joinedAt' },
  ...{ asked_at: 'askedAt', mailed_at: 'mailedAt', confirmed_at: 'confirmedAt', ended_at: 'endedAt' },
  ...{ last_issue_at: 'lastIssueAt', evidence: 'imported' },
  ...{ wording: 'consents', page: 'consents', form_version: 'consents' },
};

describe.each(databases)('all that is kept of a reader on $name', ({ start }) => {
  let cms: TestCms;
  let token: string;
  beforeAll(async () => {
    cms = await start({});
    const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'Je peux y mettre fin.' }] }];
    const data: Record<string, unknown> = { purpose: 'newsletter', number: 1, label: 'J’accepte', text };
    await documentsOf(cms, 'consent-text').create({ locale: 'fr-CA', status: 'published', data });
    await writeConsultant(cms);
    await writeOrganization(cms);
    const visitor = visitorOf(cms);
    token = await visitor.join(EMAIL);
    await publishedArticle(cms, { title: 'Un seuil a changé', slug: 'un-seuil' });
    await jobsIn(cms).enqueue({ name: 'newsletter.weekly', payload: {} });
    await visitor.waitForMail(EMAIL, 'newsletter-issue');
  });
  afterAll(() => cms.stop());

  const table = (of: string) => cms.strapi.db.connection(of);
  const read = async () =>
    newsletterDataSchema.parse(await (await visitorOf(cms).read(token, '/data')).json());

  it('is each column of their row, but what would open something', async () => {
    expect(Object.keys(await table('passerelle_subscribers').columnInfo()).sort()).toEqual(
      Object.keys(TOLD).sort(),
    );
    const data = await read();
    for (const field of Object.values(TOLD)) if (field !== null) expect(data).toHaveProperty(field);
    expect(JSON.stringify(data)).not.toContain(token);
  });

  it('has the words that were agreed to, and the issues with their day and subject', async () => {
    await expect.poll(async () => (await read()).issues[0]?.state, { timeout: 20_000 }).toBe('sent');
    const { issues, consents } = await read();
    expect(consents.map(({ kind }) => kind)).toEqual(['given', 'confirmed']);
    expect(consents[0]).toMatchObject({
      ...{ wording: 'newsletter-1', label: 'J’accepte', text: 'Je peux y mettre fin.' },
      ...{ page: '/infolettre/', formVersion: '1', actor: 'visitor' },
    });
    const [mail] = visitorOf(cms)
      .mailsTo(EMAIL)
      .filter(({ template }) => template === 'newsletter-issue');
    expect(issues).toEqual([{ at: expect.any(String), subject: mail?.subject, state: 'sent', reports: [] }]);
    expect(Math.abs(Date.parse(issues[0]?.at ?? '') - Date.now())).toBeLessThan(3_600_000);
  });

  it('has what came back, and that nothing is sent to the address any more', async () => {
    expect((await read()).suppressed).toBeNull();
    const { message_id, reader } = await table('passerelle_deliveries').first('message_id', 'reader');
    const at = Date.now();
    const kinds = [
      { kind: 'soft', status: '4.2.2' },
      { kind: 'complaint', status: null },
    ];
    for (const [later, one] of kinds.entries()) {
      await table('passerelle_bounces').insert({
        message_id,
        reader,
        ...one,
        source: 'folder',
        at: at + later,
      });
    }
    const { email_index } = await table('passerelle_subscribers').first('email_index');
    await table('passerelle_suppressions').insert({ email_index, reason: 'complained', at });
    const { issues, suppressed } = await read();
    expect(issues[0]?.reports).toMatchObject(kinds);
    expect(suppressed).toEqual({ at: new Date(at).toISOString(), reason: 'complained' });
  });

  it('is the same in the bundle that answers a request for access', async () => {
    const officer = await signInAs(cms, 'passerelle-privacy-officer');
    const wish = { subject: { email: EMAIL }, format: 'json', reason: 'demande d’accès' };
    const answer = await cms.post('/passerelle/privacy/bundle', wish, officer);
    const bundle = personBundleSchema.parse(await answer.json());
    const { consents, ...newsletter } = await read();
    expect(bundle).toMatchObject({ newsletter, consents });
  });
});
