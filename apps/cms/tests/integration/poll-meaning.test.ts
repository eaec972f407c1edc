import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeNow } from '../../src/api/poll/adapters/desk-actions.ts';
import { readActs } from '../../src/api/poll/adapters/poll-audit.ts';
import { signIn } from '../support/admin.ts';
import { documentsOf, publicLocales, publish, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { HOUR, options, publishedPoll, runPolls } from '../support/polls.ts';
import type { TestCms } from '../support/strapi.ts';

/** Once people have voted, a poll says what it said to them. */
describe.each(databases)('what was voted on, on $name', ({ start }) => {
  let cms: TestCms;
  let polls: ReturnType<typeof runPolls>;
  beforeAll(async () => {
    cms = await start();
    polls = runPolls(cms);
  });
  afterAll(() => cms.stop());

  async function votedPoll(fields: Record<string, unknown> = {}): Promise<string> {
    const poll = await publishedPoll(cms, fields, ['fr-CA', 'en-CA']);
    expect(await polls.vote(poll, ['alpha'])).toBe('accepted');
    return poll;
  }

  async function change(poll: string, fields: Record<string, unknown>, locale: 'fr-CA' | 'en-CA' = 'fr-CA') {
    await write(cms, 'poll', poll, locale, fields);
    return publish(cms, 'poll', poll, locale);
  }

  const refusal = (code: string) => ({ details: { code } });

  it.each<[string, Record<string, unknown>, string]>([
    ['fewer answers to choose', { selection: 'multiple', max: 2 }, 'poll-fixed'],
    ['another question', { question: 'Que préférez-vous ?' }, 'poll-meaning'],
    ['an opening ahead', { opensAt: at9() }, 'poll-dates'],
    ['a closing in the past', { closesAt: '2026-01-01T12:00:00.000Z' }, 'poll-closes-in-past'],
  ])('refuses %s, and what is public stays', async (_, fields, code) => {
    const poll = await votedPoll();
    await expect(change(poll, fields)).rejects.toMatchObject(refusal(code));
    expect(await polls.vote(poll, ['beta'])).toBe('accepted');
  });

  it('refuses options that are others, in another order, more or fewer', async () => {
    const poll = await votedPoll();
    for (const keys of [
      ['beta', 'alpha', 'gamma'],
      ['alpha', 'beta'],
      ['alpha', 'beta', 'delta'],
    ]) {
      await write(cms, 'poll', poll, 'en-CA', { options: options(...keys) });
      await write(cms, 'poll', poll, 'fr-CA', { options: options(...keys) });
      await expect(publish(cms, 'poll', poll, ['fr-CA', 'en-CA'])).rejects.toMatchObject(
        refusal('poll-fixed'),
      );
    }
  });

  it('takes a typo fix and writes it down; fixes don’t add up', async () => {
    const poll = await votedPoll();
    await change(poll, { question: 'Que choisisez-vous ?' });
    await change(poll, { question: 'Que choisiez-vous ?' });
    await expect(change(poll, { question: 'Que choiiez-vous ?' })).rejects.toMatchObject(
      refusal('poll-meaning'),
    );
    await change(poll, { question: 'Which do you chose?' }, 'en-CA');
    const acts = await readActs(cms.strapi.db.connection, poll);
    expect(acts.filter(({ action }) => action === 'relabelled').map(({ detail }) => detail)).toEqual([
      'en-CA\u00a0: «\u00a0Which do you choose?\u00a0» → «\u00a0Which do you chose?\u00a0»',
      '«\u00a0Que choisisez-vous\u202f?\u00a0» → «\u00a0Que choisiez-vous\u202f?\u00a0»',
      '«\u00a0Que choisissez-vous\u202f?\u00a0» → «\u00a0Que choisisez-vous\u202f?\u00a0»',
    ]);
  });

  it('names who put the typo right, in the admin', async () => {
    const poll = await votedPoll();
    const session = await signIn(cms);
    const saved = await session.post(
      `/content-manager/collection-types/api::poll.poll/${poll}/actions/publish?locale=fr-CA`,
      { question: 'Que choisisez-vous ?', options: options('alpha', 'beta', 'gamma') },
    );
    expect(saved.status).toBe(200);
    const [last] = await readActs(cms.strapi.db.connection, poll);
    expect(last).toMatchObject({ action: 'relabelled', actor: expect.stringMatching(/./) });
  });

  it('may not be withdrawn or deleted until it is counted, and can’t come back as another', async () => {
    const poll = await votedPoll();
    const documents = documentsOf(cms, 'poll');
    for (const locale of ['fr-CA', 'en-CA']) {
      await expect(documents.unpublish?.({ documentId: poll, locale })).rejects.toMatchObject(
        refusal('poll-has-ballots'),
      );
      await expect(documents.delete({ documentId: poll, locale })).rejects.toMatchObject(
        refusal('poll-has-ballots'),
      );
    }
    expect(await publicLocales(cms, 'poll', poll)).toEqual(['fr-CA', 'en-CA']);
    await cms.strapi.db.transaction(({ trx }) => closeNow(polls.setting, trx, poll, 'Une personne'));
    await expect(documents.unpublish?.({ documentId: poll, locale: 'fr-CA' })).rejects.toMatchObject(
      refusal('poll-has-ballots'),
    );
    polls.clock.ahead = HOUR + 1000;
    await polls.tick();
    polls.clock.ahead = 0;
    await documents.unpublish?.({ documentId: poll, locale: 'fr-CA' });
    await expect(change(poll, { question: 'Que préférez-vous ?' })).rejects.toMatchObject(
      refusal('poll-meaning'),
    );
    await documents.delete({ documentId: poll, locale: '*' });
    for (const table of ['passerelle_polls', 'passerelle_poll_hours']) {
      const column = table === 'passerelle_polls' ? 'document_id' : 'poll';
      expect(await cms.strapi.db.connection(table).where({ [column]: poll })).toEqual([]);
    }
  });

  it('is free while nobody has voted', async () => {
    const poll = await publishedPoll(cms);
    await change(poll, { question: 'Tout autre chose ?', options: options('un', 'deux') });
    expect(await polls.vote(poll, ['un'])).toBe('accepted');
    await expect(change(poll, { question: 'Que choisissez-vous ?' })).rejects.toMatchObject(
      refusal('poll-meaning'),
    );
    const unvoted = await publishedPoll(cms);
    await documentsOf(cms, 'poll').unpublish?.({ documentId: unvoted, locale: 'fr-CA' });
    expect(await polls.vote(unvoted, ['alpha'])).toBe('unknown-subject');
    await documentsOf(cms, 'poll').delete({ documentId: unvoted, locale: '*' });
    const { connection } = cms.strapi.db;
    expect(await connection('passerelle_poll_tallies').where({ poll: unvoted })).toEqual([]);
  });

  it('an edit that reaches the table at the same time as a first vote leaves one of the two', async () => {
    for (let round = 0; round < 8; round += 1) {
      const poll = await publishedPoll(cms);
      await write(cms, 'poll', poll, 'fr-CA', { options: options('alpha', 'delta') });
      const [published, voted] = await Promise.allSettled([
        publish(cms, 'poll', poll),
        polls.vote(poll, ['gamma']),
      ]);
      const word = voted.status === 'fulfilled' ? voted.value : 'failed';
      expect([published.status, word]).toEqual(
        published.status === 'fulfilled' ? ['fulfilled', 'invalid'] : ['rejected', 'accepted'],
      );
    }
  });
});

/** Far enough ahead of every test. */
function at9(): string {
  return new Date(Date.now() + 9 * HOUR).toISOString();
}
