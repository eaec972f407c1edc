import { newsletterDataSchema, newsletterReaderSchema, readerLookSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenWith } from '../support/accounts.ts';
import { writeConsultant, writeOrganization } from '../support/consultants.ts';
import { category, documentsOf, publishedArticle } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { formOf, visitorOf } from '../support/newsletter.ts';
import { jobsIn } from '../support/persons.ts';
import type { TestCms } from '../support/strapi.ts';

describe.each(databases)('a topic that is deleted on $name', ({ start }) => {
  let cms: TestCms;
  let visitor: ReturnType<typeof visitorOf>;
  beforeAll(async () => {
    cms = await start({});
    visitor = visitorOf(cms);
    await writeConsultant(cms);
    await writeOrganization(cms);
  });
  afterAll(() => cms.stop());

  /** Somebody who reads about some topics. @returns the token that manages. */
  async function joinFor(email: string, topics: string[]): Promise<string> {
    const token = await visitor.join(email);
    const rest = { frequency: 'weekly', locale: 'fr-CA', pausedUntil: null } as const;
    expect(
      await visitor.send(formOf('newsletter-preferences', { token, topics, programmes: [], ...rest })),
    ).toEqual(['accepted']);
    return token;
  }

  it('silences nobody: who has no other is sent all, as their page says, and the rest what they chose', async () => {
    const [studies, work, other] = [
      await category(cms, 'Études'),
      await category(cms, 'Travail'),
      await category(cms, 'Accueil'),
    ];
    const alone = 'seul@exemple.example';
    const both = 'deux@exemple.example';
    const apart = 'autre@exemple.example';
    const token = await joinFor(alone, [studies]);
    await joinFor(both, [studies, work]);
    await joinFor(apart, [other]);
    await documentsOf(cms, 'category').delete({ documentId: studies, locale: '*' });
    await publishedArticle(cms, { title: 'Un permis de travail', slug: 'un-permis', category: work });
    await jobsIn(cms).enqueue({ name: 'newsletter.weekly', payload: {} });
    for (const email of [alone, both]) await visitor.waitForMail(email, 'newsletter-issue');
    expect(visitor.mailsTo(apart).map(({ template }) => template)).not.toContain('newsletter-issue');

    const view = newsletterReaderSchema.parse(await (await visitor.read(token)).json());
    expect(view).toMatchObject({ topics: [] });
    const staff = await tokenWith(cms, [{ action: 'api::reader-desk.look' }]);
    const look = async (email: string) =>
      readerLookSchema.parse(await (await cms.post('/passerelle/readers/look', { email }, staff)).json());
    expect((await look(alone)).reader?.topics).toEqual([]);
    expect((await look(both)).reader?.topics).toEqual(['Travail']);
    // What is kept of them is what they said.
    const data = newsletterDataSchema.parse(await (await visitor.read(token, '/data')).json());
    expect(data.topics).toEqual([studies]);
  });
});
