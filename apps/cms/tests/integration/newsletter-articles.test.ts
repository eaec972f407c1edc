import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticleWords, readPublicArticles } from '../../src/newsletter/adapters/published-articles.ts';
import { registerDigests } from '../../src/newsletter/digest-schedules.ts';
import type { JobHandler, JobSchedule } from '../../src/platform/jobs/jobs.ts';
import { category, documentsOf, draftArticle, publish, publishedArticle, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

describe.each(databases)('what digests look at, on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  it('are the public articles, with what was corrected and superseded', async () => {
    const etudes = await category(cms, 'Études');
    await draftArticle(cms, { title: 'Un brouillon' });
    const newer = await publishedArticle(cms, { title: 'La suite', slug: 'la-suite' });
    const old = await publishedArticle(cms, { title: 'Le début', supersededBy: newer });
    const full = await publishedArticle(cms, {
      title: 'Le tout',
      slug: 'le-tout',
      dek: 'Une introduction.',
      category: etudes,
      corrections: [
        { date: '2026-11-02', text: 'La seconde.' },
        { date: '2026-11-01', text: 'La première.' },
      ],
    });
    const found = new Map((await readPublicArticles(cms.strapi)).map((one) => [one.article, one]));
    expect([...found.keys()].sort()).toEqual([newer, old, full].sort());
    expect(found.get(old)).toMatchObject({ superseded: true, category: null, corrections: [] });
    expect(found.get(newer)).toMatchObject({ superseded: false, locale: 'fr-CA' });
    expect(found.get(full)).toMatchObject({ category: etudes });
    expect(Date.now() - (found.get(full)?.publicSince ?? 0)).toBeLessThan(60_000);

    const before = found.get(full)?.corrections;
    expect(before).toHaveLength(2);
    await write(cms, 'article', full, 'fr-CA', { title: 'Le tout, encore' });
    await publish(cms, 'article', full);
    const again = (await readPublicArticles(cms.strapi)).find((one) => one.article === full);
    expect(again?.corrections).toEqual(before);
    expect(again?.publicSince).toBe(found.get(full)?.publicSince);

    const wordsOf = await readArticleWords(cms.strapi, [full, newer], 'https://passerelle.example');
    expect(wordsOf(full, 'fr-CA')).toEqual({
      title: 'Le tout, encore',
      dek: 'Une introduction.',
      url: 'https://passerelle.example/nouvelles/le-tout/',
      correction: 'La seconde.',
    });
    expect(wordsOf(newer, 'fr-CA')).toMatchObject({ dek: null, correction: null });
    expect(wordsOf(full, 'en-CA')).toBeUndefined();
    await documentsOf(cms, 'article').unpublish?.({ documentId: full, locale: 'fr-CA' });
    expect((await readPublicArticles(cms.strapi)).map((one) => one.article)).not.toContain(full);
  });

  it('are made once by a job that is run twice, in the readers’ zone, for a person to approve where that is wanted', async () => {
    const { connection } = cms.strapi.db;
    const handlers = new Map<string, JobHandler>();
    const schedules: JobSchedule[] = [];
    let held = false;
    registerDigests({
      connection,
      jobs: { work: (name, handler) => handlers.set(name, handler), schedule: (one) => schedules.push(one) },
      // Still the first of November in Québec, where the clocks went back that morning.
      clock: () => new Date('2026-11-02T03:00:00Z'),
      needsApproval: async () => held,
      wake: () => undefined,
    });
    expect(schedules.map(({ timeZone }) => timeZone)).toEqual(Array(3).fill('America/Toronto'));
    const run = (name: string) =>
      handlers.get(name)?.({ id: '1', payload: {}, attempt: 1, signal: new AbortController().signal });
    await run('newsletter.daily');
    await run('newsletter.daily');
    await run('newsletter.instant');
    await run('newsletter.instant');
    held = true;
    await run('newsletter.weekly');
    const issues = await connection('passerelle_issues').orderBy('id').select('id', 'state');
    expect(issues).toEqual([
      { id: 'digest daily 2026-11-01', state: 'approved' },
      { id: 'digest instant 2026-11-02T03:00:00Z', state: 'approved' },
      { id: 'digest weekly 2026-11-01', state: 'held' },
    ]);
  });
});
