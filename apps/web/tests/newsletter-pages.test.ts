import type { NewsletterData, NewsletterReader } from '@passerelle/contracts';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { category, consentText, programme } from './support/entries.ts';
import { siteApp, type Visitor } from './support/site-app.ts';

/** The newsletter's pages of the built site, without a script. */

const STUDIES = category('etudes', { name: 'Études' });
const ENGLISH = { locale: 'en-CA' } as const;
const SKILLED = programme('pstq', { name: 'Travailleurs qualifiés' });
const CONTENT = [
  STUDIES,
  SKILLED,
  { ...STUDIES, ...ENGLISH, slug: 'studies', name: 'Studies' },
  consentText('newsletter', 3),
  consentText('notice', 2),
  consentText('newsletter', 3, { ...ENGLISH, label: 'Wording 3' }),
];
const WORDING = 'newsletter-3';
const TOKEN = 'r'.repeat(43);
const UNKNOWN = 'u'.repeat(43);
const READER: Extract<NewsletterReader, { state: 'reader' }> = {
  state: 'reader',
  status: 'active',
  email: 'v•••••@exemple.example',
  locale: 'fr-CA',
  topics: [STUDIES.documentId],
  programmes: [SKILLED.documentId],
  frequency: 'daily',
  pausedUntil: null,
  newEmail: null,
};
const DATA: NewsletterData = {
  email: 'visiteur@exemple.example',
  newEmail: null,
  status: 'active',
  locale: 'fr-CA',
  topics: [],
  programmes: [],
  frequency: 'daily',
  pausedUntil: null,
  joinedAt: '2026-11-24T15:00:00.000Z',
  askedAt: '2026-11-24T15:00:00.000Z',
  mailedAt: null,
  confirmedAt: null,
  endedAt: null,
  lastIssueAt: null,
  suppressed: null,
  imported: null,
  issues: [],
  consents: [],
};

type Fields = Record<string, string>;
const documentOf = async (response: Response): Promise<Document> => parseHTML(await response.text()).document;
const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();

/** What a browser would send of a form, with some fields filled in. */
function fill(document: Document, form: string, given: Fields = {}): [string, string][] {
  const fields = [...document.querySelectorAll(`${form} input`)]
    .filter(
      (input) => !/radio|checkbox/.test(input.getAttribute('type') ?? '') || input.hasAttribute('checked'),
    )
    .map((input): [string, string] => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
  return [...fields.filter(([name]) => !Object.hasOwn(given, name)), ...Object.entries(given)];
}

const PAGE = '/infolettre/';
const send = (visitor: Visitor, fields: Fields, path = PAGE) => visitor.post(path, Object.entries(fields));
const step = async (visitor: Visitor, document: Document, given: Fields = {}) =>
  await visitor.post(PAGE, fill(document, 'main .form', given));
const WHOLE = { email: 'visiteur@exemple.example', consent: WORDING };

describe('to subscribe', () => {
  test('begins with an address alone, on any page, and ends with "look in your mail"', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const home = await browser.get('/').then(documentOf);
    expect(home.querySelector('.newsletter form')?.getAttribute('action')).toBe(PAGE);
    const headers = { referer: 'https://passerelle.example/nouvelles/arrima/' };
    const page = await browser.post(PAGE, [['email', 'visiteur@exemple.example']], headers).then(documentOf);
    expect(taken).toEqual([]);
    expect(page.querySelector('.error-summary')).toBeNull();
    expect(page.querySelector('#consent')?.hasAttribute('checked')).toBe(false);
    expect(textOf(page, 'main .choice-hint')).toBe('Texte 3 de newsletter.');
    const response = await step(browser, page, { consent: WORDING, topics: STUDIES.documentId });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/infolettre/merci/']);
    expect(taken).toMatchObject([
      {
        form: 'subscribe',
        locale: 'fr-CA',
        body: {
          email: 'visiteur@exemple.example',
          topics: [STUDIES.documentId],
          frequency: 'weekly',
          wording: WORDING,
          notice: 'notice-2',
          formVersion: '2',
          page: '/nouvelles/arrima/',
        },
      },
    ]);
    expect(textOf(await browser.get('/infolettre/merci/').then(documentOf), 'h1')).toBe(
      'Regardez vos courriels',
    );
  });

  test('says who asks, where they are, and that consent may be withdrawn; the notice goes with it', async () => {
    const { visitor, taken } = await siteApp(
      CONTENT.filter((entry) => !('purpose' in entry && entry.purpose === 'notice')),
    );
    const bare = await visitor().get(PAGE).then(documentOf);
    for (const [page, path, said] of [
      [bare, PAGE, 'retirer en tout temps'],
      [await visitor().get('/en/newsletter/').then(documentOf), '/en/newsletter/', 'withdraw it at any time'],
    ] as const) {
      const text = textOf(page, 'main .form');
      for (const one of [
        'Passerelle, exemple inc.',
        '1, rue de l’Exemple',
        'exemple@passerelle.example',
        said,
      ]) {
        expect(text, path).toContain(one);
      }
    }
    expect(bare.querySelector('[name="notice"]')).toBeNull();
    await step(visitor(), bare, WHOLE);
    expect(taken).toMatchObject([{ body: { notice: null, wording: WORDING } }]);
    const noticed = await (await siteApp(CONTENT)).visitor().get(PAGE).then(documentOf);
    expect(textOf(noticed, 'main details')).toBe('Libellé 2 de notice Texte 2 de notice.');
  });

  test('in English, at its own address', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const page = await send(visitor(), { email: 'a@exemple.example' }, '/en/newsletter/').then(documentOf);
    const fields = fill(page, 'main .form', { consent: WORDING });
    const response = await visitor().post('/en/newsletter/', fields);
    expect(response.headers.get('location')).toBe('/en/newsletter/thanks/');
    expect(taken).toMatchObject([{ locale: 'en-CA' }]);
  });

  test('without the box ticked is refused, with every answer kept', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const page = await browser.get(PAGE).then(documentOf);
    const given = { email: 'visiteur@exemple.example', frequency: 'monthly', topics: STUDIES.documentId };
    const response = await step(browser, page, given);
    expect(response.status).toBe(422);
    const again = await documentOf(response);
    expect(textOf(again, 'title')).toMatch(/^Erreur/);
    expect(again.querySelector('.error-summary a')?.getAttribute('href')).toBe('#consent');
    expect(again.querySelector('#email')?.getAttribute('value')).toBe('visiteur@exemple.example');
    expect(again.querySelector('[value="monthly"]')?.hasAttribute('checked')).toBe(true);
    expect(again.querySelector(`[value="${STUDIES.documentId}"]`)?.hasAttribute('checked')).toBe(true);
    expect(taken).toEqual([]);
    expect((await step(browser, again, { consent: 'newsletter-2' })).status).toBe(422);
    expect((await step(browser, again, { consent: WORDING })).status).toBe(303);
  });

  test('a slip in the domain is told of once, and taken or kept', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const page = await send(browser, { email: 'visiteur+a@gmial.com' }).then(documentOf);
    expect(page.querySelector('.notice-warning button')?.getAttribute('value')).toBe('visiteur+a@gmail.com');
    const mended = await step(browser, page, { correction: 'visiteur+a@gmail.com' }).then(documentOf);
    expect(mended.querySelector('.notice-warning')).toBeNull();
    expect((await step(browser, mended, { consent: WORDING })).status).toBe(303);
    expect((await step(browser, page, { consent: WORDING })).status).toBe(303);
    const emails = taken.map(({ body }) => ('email' in body ? body.email : ''));
    expect(emails).toEqual(['visiteur+a@gmail.com', 'visiteur+a@gmial.com']);
  });

  test('an address of another script goes on in its ASCII form', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const page = await browser.get(PAGE).then(documentOf);
    await step(browser, page, { ...WHOLE, email: ' visiteur@été.example ' });
    expect(taken).toMatchObject([{ body: { email: 'visiteur@xn--t-9fab.example' } }]);
  });

  test.each(['expired', 'too-fast', 'proof-wrong'] as const)(
    '%s: sent again with the answers kept',
    async (code) => {
      const { visitor, circumstances, taken } = await siteApp(CONTENT);
      const browser = visitor();
      const page = await browser.get(PAGE).then(documentOf);
      circumstances.refuseNext = code;
      const refused = await step(browser, page, WHOLE);
      expect(refused.status).toBe(422);
      expect((await step(browser, await documentOf(refused))).status).toBe(303);
      expect(taken).toHaveLength(1);
    },
  );

  test('a filled trap, a hot network, no wording: nothing is taken', async () => {
    const { visitor, circumstances, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const page = await browser.get(PAGE).then(documentOf);
    expect((await step(browser, page, { ...WHOLE, website: 'x' })).status).toBe(422);
    circumstances.challenge = { salt: 'x' };
    expect((await browser.get(PAGE)).status).toBe(429);
    expect((await (await siteApp([])).visitor().get(PAGE)).status).toBe(409);
    expect(taken).toEqual([]);
  });

  test('with the CMS away it looks the same', async () => {
    const { visitor, circumstances } = await siteApp(CONTENT);
    circumstances.cmsAway = true;
    const browser = visitor();
    const response = await step(browser, await browser.get(PAGE).then(documentOf), WHOLE);
    expect(response.headers.get('location')).toBe('/infolettre/merci/');
  });

  test('no hostile text breaks the page or goes on', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    // A hundred of them.
    expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
    for (const email of HOSTILE) {
      const first = await send(browser, { email });
      expect([200, 422]).toContain(first.status);
      const page = await documentOf(first);
      expect(page.querySelectorAll('script:not([type="application/ld+json"])')).toHaveLength(0);
      const response = await step(browser, page, { email, consent: WORDING });
      expect([422], email).toContain(response.status);
    }
    expect(taken).toEqual([]);
  });
});

describe('a link', () => {
  const CONFIRM = `/infolettre/confirmer/${TOKEN}/`;
  const END = `/infolettre/desabonnement/${TOKEN}/`;
  const formIn = (page: Document) => fill(page, '.letter-page form');

  test('that confirms changes nothing until its button is pressed', async () => {
    const { visitor, taken, addReader } = await siteApp(CONTENT);
    addReader(TOKEN, READER);
    const browser = visitor();
    const page = await browser.get(CONFIRM).then(documentOf);
    expect(taken).toEqual([]);
    expect(page.querySelector('script[type="module"][src]')).not.toBeNull();
    const response = await browser.post(CONFIRM, formIn(page));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(textOf(await documentOf(response), 'h1')).toBe('C’est confirmé');
    expect(taken).toMatchObject([{ form: 'newsletter-confirm', body: { token: TOKEN } }]);
  });

  test('that is not known, or none at all, says so', async () => {
    const { visitor } = await siteApp(CONTENT);
    const path = `/infolettre/confirmer/${UNKNOWN}/`;
    const page = await visitor().get(path).then(documentOf);
    expect((await visitor().post(path, formIn(page))).status).toBe(404);
    expect((await visitor().get('/infolettre/confirmer/x/')).status).toBe(404);
    expect((await visitor().get(`/infolettre/preferences/${UNKNOWN}/`)).status).toBe(404);
  });

  test('that ends is read without an end, and ends by one POST of a mail program', async () => {
    const { visitor, taken, addReader } = await siteApp(CONTENT);
    addReader(TOKEN, READER);
    const mailProgram = visitor();
    expect((await mailProgram.get(END)).status).toBe(200);
    expect((await mailProgram.post(END, [])).status).toBe(200);
    expect(taken).toEqual([]);
    for (const _ of [1, 2]) {
      const response = await send(mailProgram, { 'List-Unsubscribe': 'One-Click' }, END);
      expect(response.status).toBe(200);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    expect(taken).toMatchObject(Array(2).fill({ form: 'newsletter-unsubscribe', body: { token: TOKEN } }));
  });

  test('that ends works by its button too, and while the CMS is away', async () => {
    const { visitor, circumstances, addReader } = await siteApp(CONTENT);
    addReader(TOKEN, READER);
    const page = await visitor().get(END).then(documentOf);
    expect(textOf(await visitor().post(END, formIn(page)).then(documentOf), 'h1')).toBe(
      'L’abonnement a pris fin',
    );
    circumstances.cmsAway = true;
    expect((await visitor().post(END, formIn(page))).status).toBe(202);
  });
});

describe('preferences', () => {
  const MANAGE = `/infolettre/preferences/${TOKEN}/`;

  async function managing(reader: NewsletterReader = READER, data: NewsletterData | null = DATA) {
    const app = await siteApp(CONTENT);
    app.addReader(TOKEN, reader, data);
    const browser = app.visitor();
    const page = await browser.get(MANAGE).then(documentOf);
    const send = (form: number, given: Fields) =>
      browser.post(MANAGE, fill(page, `form.letter-part:nth-of-type(${form})`, given));
    return { ...app, browser, page, send };
  }

  test('are shown as they are, with the address masked, and saved', async () => {
    const { page, send, taken } = await managing();
    expect(textOf(page, '.dek')).toBe('Abonnement de v•••••@exemple.example');
    expect(page.querySelector('[name="frequency"][checked]')?.getAttribute('value')).toBe('daily');
    const response = await send(1, {
      do: 'preferences',
      frequency: 'monthly',
      language: 'en-CA',
      pause: '14',
    });
    expect(response.headers.get('location')).toBe(`/en/newsletter/preferences/${TOKEN}/?done=preferences`);
    expect(taken).toMatchObject([
      {
        form: 'newsletter-preferences',
        body: {
          ...{ token: TOKEN, topics: [STUDIES.documentId], programmes: [SKILLED.documentId] },
          ...{ frequency: 'monthly', locale: 'en-CA' },
        },
      },
    ]);
  });

  test('another address is asked for, or mended', async () => {
    const { send, taken } = await managing();
    expect((await send(2, { do: 'address', email: 'x' })).status).toBe(422);
    const response = await send(2, { do: 'address', email: 'autre@exemple.example' });
    expect(response.headers.get('location')).toBe(`${MANAGE}?fait=address`);
    expect(taken).toMatchObject([{ form: 'newsletter-address', body: { email: 'autre@exemple.example' } }]);
  });

  test('data are had as a file', async () => {
    const { send } = await managing();
    const response = await send(3, { do: 'data' });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.json"$/);
    expect(await response.json()).toEqual(DATA);
  });

  test('everything is erased when the word is typed, and not before', async () => {
    const { send, taken } = await managing();
    expect((await send(4, { do: 'erase', word: '' })).status).toBe(422);
    expect(taken).toEqual([]);
    const page = await send(4, { do: 'erase', word: 'effacer' }).then(documentOf);
    expect(textOf(page, '.dek')).toContain('Vos données sont effacées.');
    expect(taken).toMatchObject([{ form: 'newsletter-erase', body: { token: TOKEN } }]);
  });

  test('of who was erased say so, and that is all', async () => {
    const { page } = await managing({ state: 'gone' });
    expect(textOf(page, '.dek')).toContain('plus rien');
    expect(page.querySelector('.letter-page form')).toBeNull();
  });

  test('of who has ended leave the data, to be had and to be erased', async () => {
    const { page } = await managing({ ...READER, status: 'unsubscribed' });
    expect(textOf(page, '.letter-page')).toContain('a pris fin');
    const wishes = [...page.querySelectorAll('[name="do"]')].map((button) => button.getAttribute('value'));
    expect(wishes).toEqual(['data', 'erase']);
  });

  test('with the CMS away can not be read', async () => {
    const { browser, circumstances } = await managing();
    circumstances.cmsAway = true;
    const response = await browser.get(MANAGE);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
  });
});

const CONTROLS = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  '\t',
  '\v',
  '\u001b',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u202e',
  '\u2066',
];
/** Addresses that must go no further: headers, formulas, markup, quotes, lists, lengths, broken text. */
const HOSTILE = [
  ...CONTROLS.flatMap((control) => [
    `a@exemple.example${control}Bcc: b@exemple.example`,
    `a${control}@exemple.example`,
    `a@exemple${control}.example`,
  ]),
  ...['=', '+cmd|', '-', '@', '=HYPERLINK("x")'].map((start) => `${start}1,2@@exemple.example`),
  ...[
    '<script>alert(1)</script>',
    '"><img src=x>',
    "'onfocus='x",
    '{{url}}',
    '#{7*7}',
    '<%= 7 %>',
    '\u200bx y',
  ].flatMap((text) => [text, `${text}@exemple.example"`, `a@${text}`]),
  '"quoted local"@exemple.example',
  '"a@b"@exemple.example',
  'a(comment)@exemple.example',
  'nom <a@exemple.example>',
  'a@exemple.example,b@exemple.example',
  'a@exemple.example;b@exemple.example',
  'a@exemple.example b@exemple.example',
  'mailto:a@exemple.example?bcc=b@exemple.example',
  '@exemple.example',
  'a@',
  'a',
  'a@localhost',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@[IPv6:::1]',
  'a@-exemple.example',
  'a@exemple-.example',
  'a@exemple..example',
  '.a@exemple.example',
  'a.@exemple.example',
  'a..b@exemple.example',
  'a@exemple.example/..',
  'a@exemple.example:25',
  'a@user:pass@exemple.example',
  'a@exemple.example#',
  'a@exemple_x.example',
  'a@exemple.123',
  `${'a'.repeat(65)}@exemple.example`,
  `a@${'b'.repeat(64)}.example`,
  `a@${'b.'.repeat(130)}example`,
  'a'.repeat(5_000),
  `${'é'.repeat(33)}@exemple.example`,
  '\ud800@exemple.example',
  'a@\ud800.example',
  'a%0d%0aBcc:b@exemple.example%0a ',
  "'; DROP TABLE passerelle_subscribers; --@x",
  '../../etc/passwd',
  'a@exemple.example\\',
  'a\\@exemple.example',
  '|id@exemple.example\u0000',
  '`id`@ex ample.example',
  'a@*.example',
  'a@exemple.example?x',
  '👪 @exemple.example',
  'a@👪 .example',
];
