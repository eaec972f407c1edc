import { describe, expect, it } from 'vitest';
import { publishedArticle } from '../support/content.ts';
import { startCms } from '../support/strapi.ts';

describe('a second start', () => {
  it('follows the environment: the old token is dead, the new one works, and nothing is there twice', async () => {
    const first = await startCms();
    await publishedArticle(first, { title: 'Toujours là' });
    const { folder, siteToken } = first;
    const { strapi } = first;
    await strapi.db.query('admin::api-token').create({
      data: {
        name: 'Full Access',
        type: 'full-access',
        kind: 'content-api',
        accessKey: 'x',
        description: '',
      },
    });
    await first.keep();
    const second = await startCms({ folder });
    expect(second.siteToken).not.toBe(siteToken);
    expect((await second.get('/api/site/revision', siteToken)).status).toBe(401);
    expect((await second.get('/api/site/revision', second.siteToken)).status).toBe(200);
    expect(await second.strapi.db.query('admin::api-token').count()).toBe(3);
    expect(await second.strapi.db.query('admin::user').count()).toBe(1);
    await second.stop();
    await first.stop();
  });
});
