import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Poll, pollSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finalHash } from '../../src/api/poll/adapters/final-hash.ts';
import { readActs } from '../../src/api/poll/adapters/poll-audit.ts';
import { seed } from '../../src/seed/seed.ts';
import { SeedError } from '../../src/seed/seed-files.ts';
import { changesSince, revisionOf } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { runPolls } from '../support/polls.ts';
import type { TestCms } from '../support/strapi.ts';

const POLLS = join(import.meta.dirname, '../../seed/poll');

describe.each(databases)('polls of the seed on $name', ({ start }) => {
  let cms: TestCms;
  let folder: string;
  beforeAll(async () => {
    cms = await start();
    folder = mkdtempSync(join(tmpdir(), 'passerelle-seed-'));
    cpSync(POLLS, join(folder, 'poll'), { recursive: true });
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (force = false) => seed(cms.strapi, { folder, force });

  function change(name: string, edit: (text: string) => string): void {
    const path = join(folder, 'poll', `${name}.json`);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  }

  async function pollOf(slug: string): Promise<Poll> {
    const entries = (await changesSince(cms, 0)).map(({ entry }) => entry);
    return pollSchema.parse(entries.find((entry) => entry?.kind === 'poll' && entry.slug === slug));
  }

  it('are open or counted out as their files say, with the real hash, and nothing pretends to have happened', async () => {
    expect((await run()).counts).toMatchObject({ created: 3, updated: 0 });
    expect(await pollOf('quebec-ou-federal')).toMatchObject({ state: 'open', final: null });
    for (const slug of ['premiers-mois-difficiles', 'hardest-first-months', 'region-envisagee']) {
      const { state, final, documentId, options } = await pollOf(slug);
      if (final === null) throw new Error(`${slug} has no count`);
      const { closedAt, hash, ...counts } = final;
      expect(state).toBe('closed');
      expect(counts.options.map(({ key }) => key)).toEqual(options.map(({ key }) => key));
      expect(hash).toBe(finalHash(documentId, Date.parse(closedAt), counts));
      expect(await readActs(cms.strapi.db.connection, documentId)).toEqual([]);
    }
  });

  it('are written once, and again when their file has changed, whatever it says', async () => {
    const before = await revisionOf(cms);
    expect((await run()).counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await revisionOf(cms)).toBe(before);
    change('region-envisagee', (text) =>
      text.replace('L’Estrie', 'La région de l’Estrie').replace('356', '357').replace('118', '119'),
    );
    expect((await run()).counts).toMatchObject({ updated: 1, unchanged: 2 });
    const { final, options } = await pollOf('region-envisagee');
    expect(options[1]?.label).toBe('La région de l’Estrie');
    expect(final).toMatchObject({ ballots: 357 });
  });

  it('stay as they are once people have voted', async () => {
    const { documentId } = await pollOf('quebec-ou-federal');
    expect(await runPolls(cms).vote(documentId, ['quebec'])).toBe('accepted');
    change('quebec-ou-federal', (text) => text.replace('Laquelle choisissez-vous', 'Laquelle refusez-vous'));
    expect(await run()).toMatchObject({ counts: { kept: 1 }, kept: ['poll/quebec-ou-federal'] });
    await expect(run(true)).rejects.toMatchObject({ details: { code: 'poll-meaning' } });
  });

  it.each([
    ['counts that don’t add up', '119', '120'],
    ['options of another poll', '"key": "estrie",\n        "count"', '"key": "outaouais",\n        "count"'],
  ])('are refused with %s', async (_, from, to) => {
    change('region-envisagee', (text) => text.replace(from, to));
    await expect(run()).rejects.toThrow(SeedError);
    change('region-envisagee', (text) => text.replace(to, from));
  });
});
