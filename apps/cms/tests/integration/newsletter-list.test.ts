import { describe, expect } from 'vitest';
import { listIssues } from '../../src/newsletter/adapters/issue-list-rows.ts';
import { insertIssue, readIssue } from '../../src/newsletter/adapters/issue-rows.ts';
import { createCampaigns } from '../../src/newsletter/open-campaign.ts';
import { makeTables } from '../support/issues.ts';
import { type JobsDatabase, jobsDatabases, testsWith } from '../support/jobs.ts';

async function insert({ connection }: JobsDatabase, id: string, day: number, content: object = {}) {
  const at = new Date(Date.UTC(2026, 10, day));
  const kind = 'campaign' as const;
  await insertIssue(connection, { id, kind, state: 'approved', content, at, sendAt: at, until: null });
}

describe.each(jobsDatabases)('issues on $database', ({ open }) => {
  const test = testsWith(open);

  test('are listed: the newest, and whatever has not ended, however old', async (db) => {
    await makeTables(db.connection);
    for (const day of [1, 2, 3, 4, 5]) await insert(db, `day ${day}`, day);
    await db.connection('passerelle_issues').whereNot({ id: 'day 1' }).update({ state: 'finished' });
    await db.connection('passerelle_issues').where({ id: 'day 1' }).update({ state: 'paused' });
    const listed = await listIssues(db.connection, 2);
    expect(listed.map(({ id }) => id)).toEqual(['day 5', 'day 4', 'day 1']);
  });

  test('that offer a process in Québec are held once no recognition is valid', async (db) => {
    await makeTables(db.connection);
    const content = { campaign: 'a'.repeat(24), subject: 'Sujet', segment: {}, sender: {}, authors: [1] };
    await insert(db, 'quebec', 1, { ...content, quebec: true });
    await insert(db, 'federal', 1, { ...content, quebec: false });
    const edition = async (id: string, offers: boolean) => {
      const issue = await readIssue(db.connection, id);
      if (issue === null) throw new Error('no issue');
      return createCampaigns({ connection: db.connection, offersQuebec: async () => offers })(issue);
    };
    await expect(edition('quebec', false)).rejects.toMatchObject({ problem: 'recognition-expired' });
    await expect(edition('quebec', true)).resolves.toMatchObject({ segment: {} });
    await expect(edition('federal', false)).resolves.toMatchObject({ segment: {} });
  });
});
