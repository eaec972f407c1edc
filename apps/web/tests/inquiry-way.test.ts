import { inquirySchema, REFUSAL_STATUS } from '@passerelle/contracts';
import { describe, expect, test } from 'vitest';
import { consentText } from './support/entries.ts';
import {
  CONSENTS,
  CONTACT,
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
  TEXTS,
  textOf,
} from './support/inquiry-visit.ts';
import { siteApp } from './support/site-app.ts';

/** The inquiry of the built site from its first question to what was sent, and what may go wrong on the way. */

describe('the whole way', () => {
  test('question, page, form, check, sent: one page each, no script, one heading', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const first = await shown(browser, START);
    expect(textOf(first, 'h1')).toBe('Où voulez-vous vivre ?');
    expect(browser.cookies.size).toBe(0);
    expect(leadsTo(await browser.post(START, [['option', 'quebec']]))).toEqual([303, '/demarche/but/']);
    expect(leadsTo(await browser.post('/demarche/but/', [['option', 'travail']]))).toEqual([
      303,
      '/demarche/conseil/',
    ]);
    const advice = await shown(browser, '/demarche/conseil/');
    expect(advice.querySelector('.form-actions .button')?.getAttribute('href')).toBe(FR.message);
    expect(leadsTo(await browser.post(FR.message, [['message', 'Bonjour']]))).toEqual([303, FR.contact]);
    expect(leadsTo(await browser.post(FR.contact, CONTACT))).toEqual([303, FR.deadline]);
    const date = ['27', '3', '2027'].map(
      (part, index) => [`deadline-${['day', 'month', 'year'][index]}`, part] as const,
    );
    expect(leadsTo(await browser.post(FR.deadline, date))).toEqual([303, FR.consents]);
    expect(leadsTo(await browser.post(FR.consents, CONSENTS))).toEqual([303, FR.check]);
    for (const path of [START, '/demarche/but/', ...Object.values(FR).slice(0, 5)]) {
      const page = await shown(browser, path);
      expect(page.querySelectorAll('h1'), path).toHaveLength(1);
      expect(page.querySelectorAll('script[src]'), path).toHaveLength(0);
    }
    const check = await shown(browser, FR.check);
    expect(textOf(check, '.summary-list')).toContain('27 mars 2027');
    expect(textOf(check, '.summary-list')).toContain('Travailler');

    expect(leadsTo(await send(browser))).toEqual([303, FR.sent]);
    const [submission] = taken;
    expect(submission).toMatchObject({ form: 'inquiry', locale: 'fr-CA', proven: true });
    expect(inquirySchema.parse(submission?.body)).toEqual({
      guide: 1,
      formVersion: '1',
      answers: [
        { question: 'destination', option: 'quebec' },
        { question: 'but', option: 'travail' },
      ],
      name: 'Visiteur Exemple',
      email: 'visiteur@exemple.example',
      telephone: '+14185550142',
      reach: 'telephone',
      country: 'FR',
      deadline: '2027-03-27',
      message: 'Bonjour',
      masked: false,
      notice: 'notice-1',
      consents: ['inquiry-1'],
      page: '/demarche/',
    });
    const sent = await shown(browser, FR.sent);
    expect(textOf(sent, '.inquiry-reference')).toBe('K7M-4QX-9');
    expect(sent.querySelectorAll('h1')).toHaveLength(1);
  });

  test('the cookie is held to this host, and what it carries is all that opens the draft', async () => {
    const { visitor } = await siteApp(CONTENT);
    const browser = visitor();
    const answered = await browser.post(START, [['option', 'ailleurs']]);
    expect(answered.headers.get('set-cookie')).toMatch(
      /^__Host-demarche=[\w-]{43}\.[\w-]{22}; Max-Age=1209600; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
    expect((await visitor().get(FR.message)).status).toBe(410);
  });

  test('sent twice, it is one inquiry; afterwards every step leads to what was sent', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    const fields = sendingOf(await shown(browser, FR.check));
    const answers = await Promise.all([browser.post(FR.check, fields), browser.post(FR.check, fields)]);
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual([FR.sent, FR.sent]);
    expect(taken).toHaveLength(1);
    expect(leadsTo(await browser.get(FR.message))).toEqual([302, FR.sent]);
    await browser.post(FR.message, [['message', 'Autre chose']]);
    expect(textOf(await shown(browser, FR.sent), '.summary-list')).toContain('Ma question.');
    await browser.post(START, [['option', 'ailleurs']]);
    expect(fieldOf(await shown(browser, FR.contact), 'name')).toBe('');
  });
});

describe('what can go wrong', () => {
  test('with the CMS away it is kept, and the page says that the reference comes by mail', async () => {
    const { visitor, circumstances } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    circumstances.cmsAway = true;
    expect(leadsTo(await send(browser))).toEqual([303, FR.sent]);
    const page = await shown(browser, FR.sent);
    expect(textOf(page, 'h1')).toBe('Votre demande est reçue, en traitement');
    expect(page.querySelector('.inquiry-reference')).toBeNull();
  });

  test.each(['expired', 'too-fast', 'trapped', 'unavailable', 'too-many'] as const)(
    '%s: said with its status, the answers kept, and sent the next time',
    async (code) => {
      const { visitor, circumstances, taken } = await siteApp(CONTENT);
      const browser = visitor();
      await fillIn(browser);
      circumstances.refuseNext = code;
      const refused = await send(browser);
      expect(refused.status).toBe(REFUSAL_STATUS[code]);
      const page = await documentOf(refused);
      expect(textOf(page, 'title')).toMatch(/^Erreur : /);
      expect(page.querySelector('.error-summary a[href^="tel:"]')).not.toBeNull();
      expect(textOf(page, '.summary-list')).toContain('Ma question.');
      expect(leadsTo(await browser.post(FR.check, sendingOf(page)))).toEqual([303, FR.sent]);
      expect(taken).toHaveLength(1);
    },
  );

  test('a busy network without a script goes on unproven; far too busy, it waits', async () => {
    const { visitor, circumstances, taken } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    circumstances.challenge = { any: 'work' };
    circumstances.heat = 'too-many';
    expect((await send(browser)).status).toBe(429);
    circumstances.heat = 'hot';
    expect(leadsTo(await send(browser))).toEqual([303, FR.sent]);
    expect(taken).toMatchObject([{ proven: false }]);
    expect(textOf(await shown(browser, FR.sent), 'h1')).toContain('confirmez par courriel');
  });

  test('what can’t be kept is shown again, and says why', async () => {
    const { visitor, drafts } = await siteApp(CONTENT);
    for (let begun = 0; begun < 300; begun += 1) await drafts.begin({}, '192.0.2.1', 60);
    const browser = visitor();
    const answer = await browser.post(START, [['option', 'quebec']]);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '600']);
    expect(browser.cookies.size).toBe(0);
    const page = await documentOf(answer);
    expect(page.querySelector('input[checked]')?.getAttribute('value')).toBe('quebec');
    expect(page.querySelector('[role=alert] a[href^="tel:"]')).not.toBeNull();
  });

  test('with the disk gone a step is shown again with what was typed, and nothing before it is lost', async () => {
    const { visitor, failing } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    failing.drafts = true;
    const answer = await browser.post(FR.message, [['message', 'Pas encore gardé']]);
    expect(answer.status).toBe(503);
    expect(textOf(await documentOf(answer), 'textarea')).toBe('Pas encore gardé');
    expect(leadsTo(await browser.get(FR.message))).toEqual([503, null]);
    failing.drafts = false;
    expect(textOf(await shown(browser, FR.message), 'textarea')).toContain('Ma question.');
  });

  test('a changed guide asks again what it no longer has, and keeps the rest', async () => {
    const { visitor, drafts } = await siteApp(CONTENT);
    const browser = visitor();
    await fillIn(browser);
    const cookie = browser.cookies.get('__Host-demarche');
    drafts.change(
      cookie,
      (content) => ({ ...Object(content), answers: { destination: 'disparue', ancienne: 'reponse' } }),
      60,
    );
    expect(leadsTo(await browser.get(FR.check))).toEqual([302, START]);
    expect(leadsTo(await browser.post(START, [['option', 'ailleurs']]))).toEqual([303, FR.check]);
  });

  test('a wording that has changed is asked again', async () => {
    const newer = consentText('inquiry', 2);
    const { visitor } = await siteApp([...CONTENT, newer]);
    const browser = visitor();
    await browser.post(START, [['option', 'ailleurs']]);
    await browser.post(FR.message, [['message', 'Bonjour']]);
    await browser.post(FR.contact, CONTACT);
    expect(leadsTo(await browser.post(FR.consents, CONSENTS))).toEqual([303, `${FR.consents}?etat=erreur`]);
    const page = await shown(browser, `${FR.consents}?etat=erreur`);
    expect(page.querySelectorAll('input[checked]')).toHaveLength(0);
  });

  test.each([
    ['/demarche/inconnue/', 404],
    ['/demarche/demande/inconnue/', 404],
    ['/demarche/demande/', 404],
    ['/en/start/demande/message/', 404],
    ['/demarche/asile/', 200],
    ['/en/start/request/review/', 410],
  ])('%s answers %i', async (path, status) => {
    const { visitor } = await siteApp(CONTENT);
    const response = await visitor().get(path);
    expect(response.status).toBe(status);
    expect((await documentOf(response)).querySelectorAll('h1')).toHaveLength(1);
  });

  test('without a guide or a wording the telephone is shown', async () => {
    const { visitor } = await siteApp(TEXTS);
    const response = await visitor().get(START);
    expect(response.status).toBe(503);
    expect((await documentOf(response)).querySelector('.inquiry a[href^="tel:"]')).not.toBeNull();
  });

  test('hostile inputs are refused or kept safely, never a failure', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const hostile = [
      '<script>alert(1)</script>',
      '=HYPERLINK("http://exemple.example")',
      'a\r\nBcc: autre@exemple.example',
      '\u202eesrever\u2066',
      'x'.repeat(50_000),
      '\ud800 seul',
      '\u0000\u0007',
      '__proto__',
      '🦦'.repeat(300),
    ];
    for (const text of hostile) {
      const browser = visitor();
      await fillIn(browser);
      for (const [path, name] of [
        [FR.message, 'message'],
        [FR.contact, 'name'],
        [FR.contact, 'email'],
        [FR.contact, 'telephone'],
        [FR.contact, 'country'],
        [FR.contact, 'reach'],
        [FR.deadline, 'deadline-year'],
        [FR.consents, 'newsletter'],
        [FR.consents, 'inquiry'],
        [START, 'option'],
      ] as const) {
        const answer = await browser.post(path, [[name, text]]);
        expect([303, 413], `${path} ${name}`).toContain(answer.status);
        const page = await browser.get(answer.headers.get('location') ?? path);
        const scripts = (await documentOf(page)).querySelectorAll('script:not([type])');
        expect(scripts, `${path} ${name}`).toHaveLength(0);
      }
      await browser.post(FR.contact, CONTACT);
      await browser.post(FR.deadline, [['deadline-year', '']]);
      await browser.post(FR.consents, CONSENTS);
      await send(browser);
    }
    for (const { body } of taken) expect(inquirySchema.safeParse(body).success).toBe(true);
    expect(taken.length).toBeGreaterThan(4);
  });
});
