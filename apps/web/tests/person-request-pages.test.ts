import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { consentText } from './support/entries.ts';
import { siteApp } from './support/site-app.ts';

/** The pages on which persons ask about their data, of the built site, without a script. */

const CONTENT = [consentText('notice', 4), consentText('notice', 4, { locale: 'en-CA', label: 'Notice 4' })];
const PAGE = '/renseignements-personnels/';
const TOKEN = 'p'.repeat(43);
const CONFIRM = `${PAGE}confirmer/${TOKEN}/`;

const documentOf = async (response: Response): Promise<Document> => parseHTML(await response.text()).document;
const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();
const carried = (page: Document): [string, string][] =>
  [...page.querySelectorAll('main form input[type=hidden]')].map((input) => [
    input.getAttribute('name') ?? '',
    input.getAttribute('value') ?? '',
  ]);
const GIVEN: [string, string][] = [
  ['kind', 'erasure'],
  ['name', 'Visiteuse d’essai'],
  ['email', 'visiteur@exemple.example'],
  ['message', ''],
];

test.each([
  { locale: 'fr-CA', path: PAGE, sent: `${PAGE}merci/`, title: 'Regardez vos courriels' },
  {
    locale: 'en-CA',
    path: '/en/personal-information/',
    sent: '/en/personal-information/thanks/',
    title: 'Look in your e-mail',
  },
])('a request in $locale is handed over, and ends with "look in your mail"', async (one) => {
  const { visitor, taken } = await siteApp(CONTENT);
  const browser = visitor();
  const response = await browser.get(one.path);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const page = await documentOf(response);
  const answer = await browser.post(one.path, [...carried(page), ...GIVEN]);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, one.sent]);
  const { kind, name, email, message } = Object.fromEntries(GIVEN);
  expect(taken).toMatchObject([
    {
      form: 'person-request',
      locale: one.locale,
      body: { kind, name, email, message, notice: 'notice-4', page: one.path },
    },
  ]);
  expect(textOf(await browser.get(one.sent).then(documentOf), 'h1')).toBe(one.title);
});

test('what is missing is named, and every answer kept', async () => {
  const { visitor, taken } = await siteApp(CONTENT);
  const browser = visitor();
  const page = await browser.get(PAGE).then(documentOf);
  const response = await browser.post(PAGE, [...carried(page), ['kind', 'access'], ['name', 'Visiteuse']]);
  expect(response.status).toBe(422);
  const again = await documentOf(response);
  expect(textOf(again, 'title')).toMatch(/^Erreur/);
  const links = [...again.querySelectorAll('.error-summary a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['#email']);
  expect(again.querySelector('[value="access"]')?.hasAttribute('checked')).toBe(true);
  expect(again.querySelector('#name')?.getAttribute('value')).toBe('Visiteuse');
  expect(taken).toEqual([]);
});

test('a trap that is filled in and a page that waited are refused, with every answer kept', async () => {
  const { visitor, taken, circumstances } = await siteApp(CONTENT);
  const browser = visitor();
  const page = await browser.get(PAGE).then(documentOf);
  const trapped = await browser.post(PAGE, [...carried(page), ...GIVEN, ['website', 'x']]);
  expect(trapped.status).toBe(422);
  expect((await documentOf(trapped)).querySelector('#email')?.getAttribute('value')).toBe(
    'visiteur@exemple.example',
  );
  circumstances.refuseNext = 'too-many';
  expect((await browser.post(PAGE, [...carried(page), ...GIVEN])).status).toBe(429);
  expect(taken).toEqual([]);
});

test('the link changes nothing until its button is pressed', async () => {
  const { visitor, taken, addRequest } = await siteApp(CONTENT);
  addRequest(TOKEN);
  const browser = visitor();
  const page = await browser.get(CONFIRM).then(documentOf);
  expect(taken).toEqual([]);
  expect(page.querySelector('main script')).toBeNull();
  const response = await browser.post(CONFIRM, carried(page));
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const done = await documentOf(response);
  expect(textOf(done, 'h1')).toBe('Votre demande est confirmée');
  expect(textOf(done, 'main strong')).toBe('K7M-4QX-9');
  expect(taken).toMatchObject([{ form: 'person-request-confirm', body: { token: TOKEN } }]);
});

test('a link that is not known says so, and one while the CMS is away is kept', async () => {
  const { visitor, circumstances } = await siteApp(CONTENT);
  const browser = visitor();
  const page = await browser.get(CONFIRM).then(documentOf);
  expect((await browser.post(CONFIRM, carried(page))).status).toBe(404);
  expect((await browser.get(`${PAGE}confirmer/x/`)).status).toBe(404);
  circumstances.cmsAway = true;
  const fresh = await browser.get(CONFIRM).then(documentOf);
  expect((await browser.post(CONFIRM, carried(fresh))).status).toBe(202);
});
