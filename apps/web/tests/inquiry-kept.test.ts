import { inquiryContinuationSchema, REFUSAL_STATUS } from '@passerelle/contracts';
import { describe, expect, test } from 'vitest';
import {
  CONTENT,
  documentOf,
  FR,
  fieldOf,
  fillIn,
  leadsTo,
  START,
  send,
  sendingOf,
  shown,
  textOf,
} from './support/inquiry-visit.ts';
import { siteApp, type Visitor } from './support/site-app.ts';

/** The inquiry of the built site: what a visitor wrote is there when they come back. */

describe('nothing is lost', () => {
  test('the other language shows the same step with the same answers, also those that are wrong', async () => {
    const { visitor } = await siteApp(CONTENT);
    const browser = visitor();
    await browser.post(START, [['option', 'ailleurs']]);
    const wrong = await browser.post(FR.contact, [
      ['name', 'Visiteur Exemple'],
      ['email', 'visiteur@'],
      ['telephone', '12'],
      ['reach', ''],
    ]);
    expect(leadsTo(wrong)).toEqual([303, `${FR.contact}?etat=erreur`]);
    const french = await shown(browser, `${FR.contact}?etat=erreur`);
    expect(textOf(french, 'title')).toMatch(/^Erreur : Comment vous joindre/);
    const links = [...french.querySelectorAll('.error-summary a')];
    expect(links).toHaveLength(3);
    for (const link of links)
      expect(french.querySelector(link.getAttribute('href') ?? '')?.tagName, link.textContent ?? '').toBe(
        'INPUT',
      );
    const other = french.querySelector('.language-switch')?.getAttribute('href') ?? '';
    expect(other).toBe('/en/start/request/contact/?etat=erreur');
    const english = await shown(browser, other);
    expect(textOf(english, 'title')).toMatch(/^Error: How can we reach you/);
    expect([fieldOf(english, 'name'), fieldOf(english, 'email'), fieldOf(english, 'telephone')]).toEqual([
      'Visiteur Exemple',
      'visiteur@',
      '12',
    ]);
  });

  test('two tabs on different steps keep what each wrote', async () => {
    const { visitor } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    await Promise.all([
      browser.post(FR.message, [['message', 'De l’autre onglet']]),
      browser.post(FR.contact, [['name', 'Autre nom']]),
    ]);
    const summary = textOf(await shown(browser, FR.check), '.summary-list');
    expect(summary).toContain('De l’autre onglet');
    expect(summary).toContain('Autre nom');
    expect(summary).toContain('visiteur@exemple.example');
  });

  test('a change from the check leads back to it, and a question that was changed asks what follows', async () => {
    const { visitor } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    const check = await shown(browser, FR.check);
    const change =
      check.querySelector(`.summary-change a[href^="${FR.message}"]`)?.getAttribute('href') ?? '';
    const page = await shown(browser, change);
    expect(page.querySelector('.form-back')?.getAttribute('href')).toBe(FR.check);
    const action = page.querySelector('form')?.getAttribute('action') ?? '';
    expect(leadsTo(await browser.post(action, [['message', '']]))).toEqual([
      303,
      `${FR.message}?etat=erreur&suite=verification`,
    ]);
    expect(leadsTo(await browser.post(action, [['message', 'Autre']]))).toEqual([303, FR.check]);
    expect(leadsTo(await browser.post(START, [['option', 'quebec']]))).toEqual([303, '/demarche/but/']);
    expect(leadsTo(await browser.get(FR.check))).toEqual([302, '/demarche/but/']);
    await browser.post('/demarche/but/', [['option', 'travail']]);
    expect((await browser.get(FR.check)).status).toBe(200);
  });

  test('a number that must not be sent is masked before it is kept, and said', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    const answer = await browser.post(FR.message, [['message', 'Mon NAS : 193-456-787.']]);
    expect(leadsTo(answer)).toEqual([303, `${FR.message}?etat=masque`]);
    const page = await shown(browser, `${FR.message}?etat=masque`);
    expect(textOf(page, 'textarea')).toBe('Mon NAS : •••-•••-•••.');
    expect(textOf(page, '.notice-warning')).toContain('masqué');
    await browser.post(FR.message, [['message', 'Mon NAS : •••-•••-•••.']]);
    await send(browser);
    expect(taken).toMatchObject([{ body: { message: 'Mon NAS : •••-•••-•••.', masked: true } }]);
  });

  test('who shares a browser erases what it finds again, before and after sending', async () => {
    const { visitor, failing } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    await send(browser);
    const sent = await shown(browser, FR.sent);
    const erase = sent.querySelector('.inquiry-erase button')?.getAttribute('name') ?? '';
    failing.drafts = true;
    expect((await browser.post(START, [[erase, '1']])).status).toBe(503);
    failing.drafts = false;
    const kept = browser.cookies.get('__Host-demarche') ?? '';
    const erased = await browser.post(START, [[erase, '1']]);
    expect(leadsTo(erased)).toEqual([303, START]);
    expect(erased.headers.get('set-cookie')).toContain('Max-Age=0');
    browser.cookies.set('__Host-demarche', kept);
    expect((await browser.get(FR.sent)).status).toBe(410);
    await browser.post(START, [['option', 'quebec']]);
    expect((await shown(browser, START)).querySelector('.inquiry-erase')).not.toBeNull();
  });

  test('steps out of order lead to the one that is missing', async () => {
    const { visitor } = await siteApp(CONTENT);
    const browser = visitor();
    await browser.post(START, [['option', 'quebec']]);
    expect(leadsTo(await browser.get(FR.message))).toEqual([302, '/demarche/but/']);
    const resumed = await shown(browser, START);
    expect(resumed.querySelector('.inquiry a[href="/demarche/but/"]')).not.toBeNull();
    await browser.post(START, [['option', 'ailleurs']]);
    expect(leadsTo(await browser.get(FR.check))).toEqual([302, `${FR.message}?etat=erreur`]);
    expect(leadsTo(await browser.post('/demarche/but/', [['option', 'inconnu']]))).toEqual([
      303,
      '/demarche/but/?etat=erreur',
    ]);
  });
});

describe('going on later', () => {
  const LATER = '/demarche/demande/plus-tard/';
  const button = ['plus-tard', '1'] as const;

  /** Asks for the link, and gives the path that is mailed. */
  async function linkMailed(browser: Visitor, taken: readonly unknown[], email = 'visiteur@exemple.example') {
    const page = await shown(browser, LATER);
    const fields = sendingOf(page).filter(([name]) => name !== 'email');
    expect(leadsTo(await browser.post(LATER, [...fields, ['email', email]]))).toEqual([
      303,
      `${LATER}?etat=envoye`,
    ]);
    const { token } = inquiryContinuationSchema.parse(Reflect.get(Object(taken.at(-1)), 'body'));
    return { path: `/demarche/reprendre/?token=${token}`, fields };
  }

  test('from any step, with what was typed, also wrong; the link opens it on another device', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const [browser, other] = [visitor(), visitor()];
    expect(textOf(await shown(browser, START), 'form button[name="plus-tard"]')).toBeUndefined();
    await browser.post(START, [['option', 'quebec']]);
    expect(leadsTo(await browser.post('/demarche/but/', [button]))).toEqual([303, LATER]);
    await browser.post('/demarche/but/', [['option', 'travail']]);
    const advice = await shown(browser, '/demarche/conseil/');
    expect(advice.querySelector(`.inquiry a[href="${LATER}"]`)).not.toBeNull();
    expect(
      leadsTo(await browser.post(FR.contact, [['name', 'Visiteur'], ['email', 'faux@'], button])),
    ).toEqual([303, LATER]);
    const wrong = await browser.post(LATER, sendingOf(await shown(browser, LATER)));
    expect(leadsTo(wrong)).toEqual([303, `${LATER}?etat=erreur`]);
    const said = await shown(browser, `${LATER}?etat=erreur`);
    expect(textOf(said, 'title')).toMatch(/^Erreur : /);
    expect([textOf(said, '.error-summary a'), fieldOf(said, 'email')]).toEqual([
      expect.stringContaining('adresse de courriel complète'),
      'faux@',
    ]);

    const { path } = await linkMailed(browser, taken);
    expect(taken).toMatchObject([{ form: 'inquiry-continue', body: { email: 'visiteur@exemple.example' } }]);
    const before = browser.cookies.get('__Host-demarche');
    const page = await shown(other, path);
    expect((await other.get(path)).status).toBe(200);
    expect([other.cookies.size, browser.cookies.get('__Host-demarche')]).toEqual([0, before]);
    expect((await browser.get(FR.message)).status).toBe(200);
    const action = page.querySelector('form')?.getAttribute('action') ?? '';
    expect(leadsTo(await other.post(action, []))).toEqual([303, FR.message]);
    expect(fieldOf(await shown(other, FR.contact), 'name')).toBe('Visiteur');
    expect((await browser.get(FR.message)).status).toBe(410);
    expect(leadsTo(await browser.post(action, []))).toEqual([303, FR.message]);
    expect((await other.get(FR.message)).status).toBe(410);
  });

  test('sent twice it is one mail; another one ends the link before; a false one is said to be none', async () => {
    const { visitor, taken, failing } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    const { path: first, fields } = await linkMailed(browser, taken);
    await browser.post(LATER, [...fields, ['email', 'visiteur@exemple.example']]);
    expect(taken).toHaveLength(1);
    const { path: second } = await linkMailed(browser, taken);
    for (const path of [first, '/demarche/reprendre/', '/en/start/resume/?token=x']) {
      expect([(await browser.get(path)).status, (await browser.post(path, [])).status]).toEqual([404, 404]);
    }
    const english = await shown(visitor(), second.replace('/demarche/reprendre/', '/en/start/resume/'));
    expect(textOf(english, 'h1')).toBe('Continue your request');
    failing.drafts = true;
    expect([(await browser.get(second)).status, (await browser.post(second, [])).status]).toEqual([503, 503]);
    failing.drafts = false;
    const busy = visitor();
    await busy.post(START, [['option', 'quebec']]);
    expect(textOf(await shown(busy, second), '.notice-warning')).toContain('autre brouillon');
    await send(browser);
    expect(leadsTo(await busy.post(second, []))).toEqual([303, FR.sent]);
  });

  test('a refusal says why, with its status, and keeps the address', async () => {
    const { visitor, circumstances, taken } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    const page = await shown(browser, LATER);
    for (const code of ['too-many', 'expired', 'trapped', 'unavailable'] as const) {
      circumstances.refuseNext = code;
      const refused = await browser.post(LATER, sendingOf(page));
      expect(refused.status).toBe(REFUSAL_STATUS[code]);
      const again = await documentOf(refused);
      expect(textOf(again, 'title')).toMatch(/^Erreur : /);
      expect(fieldOf(again, 'email')).toBe('visiteur@exemple.example');
    }
    expect(taken).toEqual([]);
  });
});
