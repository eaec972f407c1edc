import { afterAll, beforeAll, expect, it } from 'vitest';
import { createJobs } from '../../src/platform/jobs/create-jobs.ts';
import { writeConsultant, writeOrganization } from '../support/consultants.ts';
import { publishedArticle } from '../support/content.ts';
import { visitorOf } from '../support/newsletter.ts';
import { startCms, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await startCms();
});
afterAll(() => cms.stop());

it('without a mail server an issue, made by the CMS’s own job, is in the local mailbox', async () => {
  await writeConsultant(cms);
  await writeOrganization(cms);
  const visitor = visitorOf(cms);
  const token = await visitor.join('visiteur@exemple.example');
  await publishedArticle(cms, { title: 'Un seuil a changé', slug: 'un-seuil' });
  const jobs = createJobs({
    connection: cms.strapi.db.connection,
    databaseUrl: undefined,
    log: () => undefined,
  });
  await jobs.enqueue({ name: 'newsletter.weekly', payload: {} });
  await jobs.stop();
  const issue = await visitor.waitForMail('visiteur@exemple.example', 'newsletter-issue');
  expect(issue.subject).toBe('Un seuil a changé');
  expect(issue.text).toContain(`http://localhost:4321/infolettre/desabonnement/${token}/`);
  expect(issue.headers.join('\n')).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});
