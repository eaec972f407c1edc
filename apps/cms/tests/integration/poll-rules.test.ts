import { type Poll, pollSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesSince, documentsOf, publicLocales, publish, revisionOf, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

type Fields = Record<string, unknown>;

const options = (...keys: string[]) => keys.map((key) => ({ key, label: key.toUpperCase() }));

describe.each(databases)('rules of polls on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  async function draftPoll(fields: Fields = {}): Promise<string> {
    const data: Fields = { question: 'Lequel ?', options: options('a', 'b', 'c'), ...fields };
    const { documentId } = await documentsOf(cms, 'poll').create({ locale: 'fr-CA', data });
    return documentId;
  }

  it('gives the site what an editor left empty', async () => {
    const before = await revisionOf(cms);
    const documentId = await draftPoll({ selection: 'multiple' });
    await publish(cms, 'poll', documentId);
    const told = await changesSince(cms, before);
    const poll: Poll = pollSchema.parse(told.find((change) => change.documentId === documentId)?.entry);
    expect(poll).toMatchObject({ min: 1, max: 3, resultsMode: 'after-vote', minVotesToShow: 10 });
    expect(poll).toMatchObject({ state: 'open', final: null });
  });

  it.each([
    ['a key twice', { options: options('a', 'a') }, 'options', 'sa propre clé'],
    ['more answers than there are', { selection: 'multiple', max: 4 }, 'max', 'nombre de choix'],
    ['at least above at most', { selection: 'multiple', min: 3, max: 2 }, 'min', 'au moins'],
    [
      'closing before opening',
      { opensAt: '2026-12-02T12:00:00.000Z', closesAt: '2026-12-01T12:00:00.000Z' },
      'closesAt',
      'après l’ouverture',
    ],
  ])('refuses %s', async (_, fields, field, words) => {
    const documentId = await draftPoll(fields);
    await expect(publish(cms, 'poll', documentId)).rejects.toMatchObject({
      details: {
        code: 'unreadable',
        errors: [{ path: expect.arrayContaining([field]), message: expect.stringContaining(words) }],
      },
    });
    expect(await publicLocales(cms, 'poll', documentId)).toEqual([]);
  });

  it('refuses languages that offer different answers, and takes both once they agree', async () => {
    const documentId = await draftPoll();
    await publish(cms, 'poll', documentId);
    const english: Fields = { question: 'Which?', options: options('a', 'c', 'b') };
    await write(cms, 'poll', documentId, 'en-CA', english);
    await expect(publish(cms, 'poll', documentId, 'en-CA')).rejects.toMatchObject({
      details: { errors: [{ path: ['options'], message: expect.stringContaining('mêmes clés') }] },
    });
    expect(await publicLocales(cms, 'poll', documentId)).toEqual(['fr-CA']);
    await write(cms, 'poll', documentId, 'fr-CA', { options: options('a', 'c', 'b') });
    await publish(cms, 'poll', documentId, ['fr-CA', 'en-CA']);
    expect(await publicLocales(cms, 'poll', documentId)).toEqual(['fr-CA', 'en-CA']);
  });
});
