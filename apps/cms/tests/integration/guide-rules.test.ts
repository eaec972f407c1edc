import { guideSchema, inquiryDetailSchema, inquiryListSchema, type Locale } from '@passerelle/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenFor } from '../support/accounts.ts';
import { changesSince, documentsOf, publicLocales, publish, revisionOf, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { inquiry } from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

type Fields = Record<string, unknown>;

const option = (key: string, leadsTo: string, target: string | null = null): Fields => ({
  key,
  label: `Réponse ${key}`,
  leadsTo,
  target,
});
const question = (key: string, ...options: Fields[]): Fields => ({
  key,
  title: `Question ${key}\u202f?`,
  options,
});
const page = (key: string, leadsTo: string, target: string | null = null): Fields => ({
  key,
  tone: 'advice',
  title: `Page ${key}`,
  body: [{ type: 'paragraph', children: [{ type: 'text', text: key }] }],
  addresses: [{ name: 'Aide', url: 'https://aide.example/', readOn: '2026-11-25' }],
  leadsTo,
  target,
});
const first = question('but', option('etudes', 'to-page', 'conseil'), option('travail', 'to-form'));
const whole: Fields = {
  effectiveOn: '2026-11-25',
  start: 'but',
  questions: [first],
  pages: [page('conseil', 'to-form')],
};

describe.each(databases)('rules of the guide on $name', ({ start }) => {
  let cms: TestCms;
  let documentId: string;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  beforeEach(async () => {
    if (documentId) await documentsOf(cms, 'guide').delete({ documentId, locale: '*' });
    ({ documentId } = await documentsOf(cms, 'guide').create({ locale: 'fr-CA', data: whole }));
  });

  const draft = (data: Fields, locale: Locale = 'fr-CA') => write(cms, 'guide', documentId, locale, data);
  const publishIn = (...locales: Locale[]) => publish(cms, 'guide', documentId, locales);
  const refused = (locales: Locale[] = ['fr-CA']) =>
    publishIn(...locales).then(
      () => [],
      (error) => error.details?.errors,
    );

  /** As the site is told. */
  async function published(locale: Locale = 'fr-CA') {
    const changes = await changesSince(cms, 0);
    const change = changes.find((one) => one.documentId === documentId && one.locale === locale);
    return guideSchema.parse(change?.entry);
  }

  it('keeps for staff the words that a visitor read, whatever it says later', async () => {
    await publishIn('fr-CA');
    const { version: guide } = await published();
    const administrator = await tokenFor(cms, cms.administrator);
    const answers = [
      { question: 'but', option: 'etudes' },
      { question: 'absente', option: 'x' },
    ];
    const inWords = async () => {
      const [answer] = await submit(cms, [inquiry({ guide, answers })]);
      const search = answer?.outcome === 'accepted' ? answer.reference : '';
      const found = await cms.post('/passerelle/inquiries/search', { search }, administrator);
      const { id } = inquiryListSchema.parse(await found.json()).inquiries[0] ?? { id: '' };
      return async () => {
        const detail = await cms.get(`/passerelle/inquiries/${id}`, administrator);
        return inquiryDetailSchema.parse(await detail.json()).answersInWords;
      };
    };
    const early = await inWords();
    await draft({ questions: [{ ...first, title: 'Pourquoi venir\u202f?' }] });
    await publishIn('fr-CA');
    expect((await published()).version).toBe(guide);
    const late = await inWords();
    const unknown = { question: null, option: null };
    expect(await early()).toEqual([{ question: 'Question but\u202f?', option: 'Réponse etudes' }, unknown]);
    expect(await late()).toEqual([{ question: 'Pourquoi venir\u202f?', option: 'Réponse etudes' }, unknown]);
  });

  it('gives the site what the editor has written, and makes it new', async () => {
    const before = await revisionOf(cms);
    await publishIn('fr-CA');
    expect(await revisionOf(cms)).toBeGreaterThan(before);
    expect(await published()).toMatchObject({
      version: 1,
      start: 'but',
      questions: [
        {
          key: 'but',
          options: [{ target: { to: 'page', key: 'conseil' } }, { target: { to: 'form' } }],
        },
      ],
      pages: [{ key: 'conseil', next: { to: 'form' }, addresses: [{ name: 'Aide', telephone: null }] }],
    });
  });

  it.each([
    ['a start that is none', { start: 'ailleurs' }, ['start'], 'commencer par une de ses questions'],
    [
      'an answer that leads nowhere',
      { questions: [question('but', option('etudes', 'to-page', 'perdue'), option('travail', 'to-form'))] },
      ['questions', '0', 'options', '0'],
      'Questions (Question but\u202f? › Réponse etudes)\u00a0: mène à une question ou à une page',
    ],
    [
      'a page out of reach',
      { pages: [page('conseil', 'to-form'), page('seule', 'to-end')] },
      ['pages', '1'],
      'Pages (Page seule)\u00a0: aucune réponse n’y mène',
    ],
    [
      'a way that leads back',
      { pages: [page('conseil', 'to-question', 'but')] },
      ['pages', '0'],
      'tournerait en rond',
    ],
    [
      'one question of two answers',
      { questions: [question('but', option('a', 'to-form'))] },
      null,
      'Question but\u202f?',
    ],
  ])('refuses %s, and says where', async (_, change, path, words) => {
    await draft(change);
    const errors = await refused();
    expect(errors).toContainEqual(
      expect.objectContaining({
        ...(path && { path }),
        message: expect.stringContaining(words),
      }),
    );
    expect(await publicLocales(cms, 'guide', documentId)).toEqual([]);
  });

  it('counts its version up when the rules change, and only then', async () => {
    await publishIn('fr-CA');
    await draft({ questions: [{ ...first, title: 'Pourquoi\u202f?' }], version: 40 });
    await publishIn('fr-CA');
    expect(await published()).toMatchObject({ version: 1, questions: [{ title: 'Pourquoi\u202f?' }] });
    await draft({ pages: [page('conseil', 'to-end')] });
    await publishIn('fr-CA');
    expect((await published()).version).toBe(2);
    await documentsOf(cms, 'guide').unpublish?.({ documentId, locale: 'fr-CA' });
    await publishIn('fr-CA');
    expect((await published()).version).toBe(3);
  });

  it('holds both languages to the same questions and ways, under one version', async () => {
    await publishIn('fr-CA');
    await draft({ ...whole, pages: [page('conseil', 'to-end')] }, 'en-CA');
    expect(await refused(['en-CA'])).toMatchObject([
      {
        path: ['pages'],
        message: expect.stringMatching(/Pages \(Page conseil\).*en français et en anglais/),
      },
    ]);
    await draft({ questions: [question('but', option('etudes', 'to-form'), option('travail', 'to-form'))] });
    await draft({ pages: [] });
    await draft(
      { questions: [question('but', option('etudes', 'to-form'), option('travail', 'to-form'))], pages: [] },
      'en-CA',
    );
    await publishIn('fr-CA', 'en-CA');
    expect((await published()).version).toBe(2);
    expect((await published('en-CA')).version).toBe(2);
    await draft({ questions: [question('but', option('etudes', 'to-form'), option('asile', 'to-form'))] });
    expect(await refused()).toMatchObject([{ message: expect.stringContaining('publiez les deux langues') }]);
  });

  it('is never in English alone', async () => {
    await draft(whole, 'en-CA');
    await expect(publishIn('en-CA')).rejects.toMatchObject({ details: { code: 'french-first' } });
  });
});

describe.each(databases)('wordings of consent on $name', ({ start }) => {
  let cms: TestCms;
  let number = 0;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  const words = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
  async function draftWording(fields: Fields = {}): Promise<string> {
    number += 1;
    const data = { purpose: 'inquiry', number, label: 'J’accepte.', text: words('Voici.'), ...fields };
    const { documentId } = await documentsOf(cms, 'consent-text').create({ locale: 'fr-CA', data });
    return documentId;
  }
  const code = (action: Promise<unknown> | undefined) =>
    Promise.resolve(action).then(
      () => 'done',
      (error) => error.details?.code,
    );
  const put = (documentId: string, locale: Locale = 'fr-CA') =>
    publish(cms, 'consent-text', documentId, locale);

  it('are named by purpose and number', async () => {
    const documentId = await draftWording({ purpose: 'newsletter', number: 7 });
    await put(documentId);
    const change = (await changesSince(cms, 0)).find((one) => one.documentId === documentId);
    expect(change?.entry).toMatchObject({
      kind: 'consent-text',
      version: 'newsletter-7',
      label: 'J’accepte.',
    });
  });

  it.each([
    ['label', { label: 'J’accepte tout.' }],
    ['text', { text: words('Voilà.') }],
    ['purpose', { purpose: 'transfer' }],
    ['number', { number: 9_000 }],
  ])('keep their %s once published', async (_, change) => {
    const documentId = await draftWording();
    await put(documentId);
    await put(documentId);
    await write(cms, 'consent-text', documentId, 'fr-CA', change);
    expect(await code(put(documentId))).toBe('wording-fixed');
  });

  it('keep purpose and number when the English is written later', async () => {
    const documentId = await draftWording();
    await put(documentId);
    await write(cms, 'consent-text', documentId, 'en-CA', {
      label: 'I agree.',
      text: words('Here.'),
      number: 9_001,
    });
    expect(await code(put(documentId, 'en-CA'))).toBe('wording-fixed');
    await write(cms, 'consent-text', documentId, 'en-CA', { number });
    expect(await code(put(documentId, 'en-CA'))).toBe('done');
    expect(await publicLocales(cms, 'consent-text', documentId)).toEqual(['fr-CA', 'en-CA']);
  });

  it('stay public, and their number is theirs', async () => {
    const documentId = await draftWording();
    await put(documentId);
    const documents = documentsOf(cms, 'consent-text');
    expect(await code(documents.unpublish?.({ documentId, locale: 'fr-CA' }))).toBe('wording-kept');
    expect(await code(documents.delete({ documentId, locale: '*' }))).toBe('wording-kept');
    const twin = await draftWording({ number });
    expect(await code(put(twin))).toBe('wording-taken');
    expect(await code(documents.delete({ documentId: twin, locale: '*' }))).toBe('done');
  });
});
