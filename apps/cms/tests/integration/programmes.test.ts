import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillMissingSlugs } from '../../src/api/site/adapters/missing-slugs.ts';
import {
  changesSince,
  documentsOf,
  publicLocales,
  publish,
  redirects,
  revisionOf,
  write,
} from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const SOURCE = {
  title: 'Une source',
  publisher: 'Un éditeur',
  url: 'https://source.example/',
  readOn: '2026-11-24',
};
/** In the page's own language, and in another one. */
const ENGLISH_SOURCE = { ...SOURCE, title: 'A source', lang: 'en' };
const definition = [{ type: 'paragraph', children: [{ type: 'text', text: 'Un mot.' }] }];

describe.each(databases)('programmes, rounds and terms on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  type Fields = Record<string, unknown>;
  async function programme(code: string, fields: Fields = {}): Promise<string> {
    const data: Fields = {
      ...{ code, name: `Programme ${code}`, jurisdiction: 'QC', authority: 'MIFI', standing: 'open' },
      ...fields,
    };
    return (await documentsOf(cms, 'programme').create({ locale: 'fr-CA', data })).documentId;
  }
  async function draft(kind: 'round' | 'term', fields: Fields): Promise<string> {
    return (await documentsOf(cms, kind).create({ locale: 'fr-CA', data: fields })).documentId;
  }
  const round = (fields: Fields) =>
    draft('round', { date: '2026-04-29', invitations: 10, source: SOURCE, ...fields });
  const entryOf = async (documentId: string, locale = 'fr-CA') =>
    (await changesSince(cms, 0)).find((each) => each.documentId === documentId && each.locale === locale)
      ?.entry;

  it('a programme gets its address from its acronym, and keeps its history', async () => {
    const history = [{ standing: 'closed', from: '2025-11-19', note: 'Fin.', source: SOURCE }];
    const documentId = await programme('PEQ', { history, source: ENGLISH_SOURCE });
    const entry = await entryOf(documentId);
    expect(entry).toMatchObject({
      slug: 'peq',
      status: 'open',
      source: ENGLISH_SOURCE,
      history: [{ status: 'closed', from: '2025-11-19', note: 'Fin.' }],
    });
    expect(entry).toHaveProperty('history.0.source', SOURCE);
  });

  it('a programme that moves leaves redirects, from its rounds too', async () => {
    const documentId = await programme('PSTQ');
    await write(cms, 'programme', documentId, 'fr-CA', { slug: 'travailleurs' });
    expect(await redirects(cms)).toEqual(
      expect.arrayContaining([
        '/programmes/pstq/ → /programmes/travailleurs/',
        '/programmes/pstq/rondes/ → /programmes/travailleurs/rondes/',
      ]),
    );
  });

  it.each([['/programmes/'], ['/en/glossary/'], ['/programmes/caq/'], ['/programmes/caq/rondes/']])(
    'a redirect may not shadow %s',
    async (from) => {
      const [known] = await cms.strapi.db
        .query('api::programme.programme')
        .findMany({ where: { slug: 'caq' } });
      if (!known) await publish(cms, 'round', await round({ programme: await programme('CAQ') }));
      const data: Fields = { from, to: '/', answer: 'moved-301' };
      await expect(documentsOf(cms, 'redirect').create({ data })).rejects.toMatchObject({
        details: { code: 'redirect-shadows-live' },
      });
    },
  );

  it('a round is public in English once its French is, and shares its numbers', async () => {
    const of = await programme('EE');
    await write(cms, 'programme', of, 'en-CA', { name: 'Express Entry', authority: 'IRCC' });
    const documentId = await round({ programme: of, stream: 'Français' });
    await write(cms, 'round', documentId, 'en-CA', { stream: 'French', programme: of });
    await expect(publish(cms, 'round', documentId, 'en-CA')).rejects.toMatchObject({
      details: { code: 'french-first' },
    });
    await publish(cms, 'round', documentId, '*');
    expect(await publicLocales(cms, 'round', documentId)).toEqual(['fr-CA', 'en-CA']);
    await write(cms, 'round', documentId, 'fr-CA', { invitations: 25 });
    await publish(cms, 'round', documentId);
    expect(await entryOf(documentId, 'en-CA')).toMatchObject({
      ...{ programme: of, stream: 'French', invitations: 25, source: SOURCE, lowestScore: null },
    });
  });

  it.each([
    ['a programme', { programme: null }, 'programme'],
    ['a source', { source: null }, 'source'],
  ])('a round without %s is refused at its field', async (_, fields, field) => {
    const documentId = await round({ programme: await programme(`X${field}`), ...fields });
    await expect(publish(cms, 'round', documentId)).rejects.toMatchObject({
      details: { errors: expect.arrayContaining([expect.objectContaining({ path: [field] })]) },
    });
  });

  it('a programme that is taken away leaves its rounds readable, and the site is told of them', async () => {
    const of = await programme('PARTI');
    const documentId = await round({ programme: of });
    await publish(cms, 'round', documentId);
    const before = await revisionOf(cms);
    await documentsOf(cms, 'programme').delete({ documentId: of, locale: '*' });
    const told = await changesSince(cms, before);
    expect(told.find((each) => each.documentId === documentId)?.entry).toMatchObject({ programme: null });
  });

  it('a term has its place from its name, and its other spellings one on each line', async () => {
    const documentId = await draft('term', {
      name: 'Déclaration d’intérêt',
      aliases: 'déclarations d’intérêt\n\n  DI  ',
      definition,
    });
    await publish(cms, 'term', documentId);
    expect(await entryOf(documentId)).toMatchObject({
      slug: 'declaration-d-interet',
      aliases: ['déclarations d’intérêt', 'DI'],
      acronym: null,
      definition,
    });
  });

  it('a term that defines nothing is refused', async () => {
    const documentId = await draft('term', { name: 'Vide', definition: [] });
    await expect(publish(cms, 'term', documentId)).rejects.toMatchObject({
      details: { errors: expect.anything() },
    });
  });

  it('rows from before programmes had addresses are given theirs, and stay as old as they were', async () => {
    const documentId = await programme('ANCIEN');
    const rows = cms.strapi.db.query('api::programme.programme');
    await rows.updateMany({ where: { documentId }, data: { slug: null } });
    const before = await rows.findOne({ where: { documentId } });
    await fillMissingSlugs(cms.strapi);
    expect(await rows.findOne({ where: { documentId } })).toMatchObject({
      slug: 'ancien',
      updatedAt: before.updatedAt,
    });
  });
});
