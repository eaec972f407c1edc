import { type Entry, inquiryContinuationSchema, inquirySchema, REFUSAL_STATUS } from '@passerelle/contracts';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { consentText, consultant, guide, organization, processor } from './support/entries.ts';
import { siteApp, type Visitor } from './support/site-app.ts';

/** The inquiry's pages of the built site, gone through as a browser without a script would. */

const TEXTS = (['notice', 'inquiry', 'newsletter'] as const).flatMap((purpose) => [
  consentText(purpose, 1),
  consentText(purpose, 1, { locale: 'en-CA', label: `Wording of ${purpose}` }),
]);
const OFFERS_QUEBEC: Entry[] = [
  ...(['fr-CA', 'en-CA'] as const).map((locale) => organization(locale, { takesQuebecMandates: true })),
  consultant('reconnue'),
];
const CONTENT: Entry[] = [guide('fr-CA'), guide('en-CA'), ...TEXTS, ...OFFERS_QUEBEC];

const START = '/demarche/';
const FR = {
  message: '/demarche/demande/message/',
  contact: '/demarche/demande/coordonnees/',
  deadline: '/demarche/demande/date-limite/',
  consents: '/demarche/demande/accords/',
  check: '/demarche/demande/verification/',
  sent: '/demarche/demande/envoyee/',
};
const CONTACT = [
  ['name', 'Visiteur Exemple'],
  ['email', 'visiteur@exemple.example'],
  ['telephone', '418 555-0142'],
  ['reach', 'telephone'],
  ['country', 'FR'],
] as const;
const CONSENTS = [
  ['notice', 'notice-1'],
  ['inquiry', 'inquiry-1'],
] as const;

const documentOf = async (response: Response): Promise<Document> => parseHTML(await response.text()).document;
const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();
const fieldOf = (document: Document, name: string) =>
  document.querySelector(`[name="${name}"]`)?.getAttribute('value');
const shown = (visitor: Visitor, path: string) => visitor.get(path).then(documentOf);
const leadsTo = (response: Response) => [response.status, response.headers.get('location')];

async function fillIn(visitor: Visitor): Promise<void> {
  await visitor.post(START, [['option', 'ailleurs']]);
  await visitor.post(FR.message, [['message', 'Ma question.\r\nSur deux lignes.']]);
  await visitor.post(FR.contact, CONTACT);
  await visitor.post(FR.deadline, []);
  expect(leadsTo(await visitor.post(FR.consents, CONSENTS))).toEqual([303, FR.check]);
}

const sendingOf = (document: Document) =>
  [...document.querySelectorAll('form input')].map(
    (input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const,
  );

async function send(visitor: Visitor): Promise<Response> {
  return await visitor.post(FR.check, sendingOf(await shown(visitor, FR.check)));
}

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

describe('while Québec’s programmes aren’t offered', () => {
  const EXPIRED = consultant('reconnue', {
    recognition: { number: '1', expiresOn: '2026-03-14', state: 'expired' },
  });
  const NO_QUEBEC = 'Nous n’acceptons pas de mandat pour les programmes du Québec';

  test('every step up to the message says so, also one that is opened by its address', async () => {
    const { visitor } = await siteApp([...CONTENT, EXPIRED]);
    const browser = visitor();
    for (const path of [START, '/demarche/but/', '/demarche/conseil/']) {
      expect(textOf(await shown(visitor(), path), '.notice'), path).toContain(NO_QUEBEC);
    }
    await browser.post(START, [['option', 'quebec']]);
    await browser.post('/demarche/but/', [['option', 'travail']]);
    const message = await shown(browser, FR.message);
    expect(textOf(message, '.notice')).toContain(NO_QUEBEC);
    expect(message.querySelector('.notice a[href^="tel:"]')).not.toBeNull();
    expect(message.querySelector('#federal')?.hasAttribute('checked')).toBe(false);
    const recognized = await siteApp(CONTENT);
    expect((await shown(recognized.visitor(), START)).querySelector('.notice')).toBeNull();
  });

  test('a request goes no further unless it is a federal matter; what was typed is kept', async () => {
    const { visitor, taken } = await siteApp([...CONTENT, EXPIRED]);
    const browser = visitor();
    await browser.post(START, [['option', 'quebec']]);
    await browser.post('/demarche/but/', [['option', 'travail']]);
    const refused = await browser.post(FR.message, [['message', 'Mon CSQ']]);
    expect(leadsTo(refused)).toEqual([303, `${FR.message}?etat=erreur`]);
    const again = await shown(browser, `${FR.message}?etat=erreur`);
    expect(textOf(again, '.error-summary a[href="#federal"]')).toContain('appelez-nous');
    expect(textOf(again, 'textarea')).toBe('Mon CSQ');
    await browser.post(FR.contact, CONTACT);
    await browser.post(FR.consents, CONSENTS);
    expect(leadsTo(await browser.get(FR.check))).toEqual([302, `${FR.message}?etat=erreur`]);
    expect(leadsTo(await browser.post(FR.check, []))).toEqual([302, `${FR.message}?etat=erreur`]);
    expect(taken).toEqual([]);
    const federal = [
      ['message', 'Mon permis de travail'],
      ['federal', '1'],
    ] as const;
    expect(leadsTo(await browser.post(FR.message, federal))).toEqual([303, FR.contact]);
    expect(leadsTo(await send(browser))).toEqual([303, FR.sent]);
    expect(taken).toHaveLength(1);
  });
});

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

describe('information that goes outside Québec', () => {
  const WORDING = consentText('transfer', 2);
  const INSIDE = processor('Hébergement', { outsideQuebec: false });
  const ENDED = processor('Ancien', { endedOn: '2026-01-31' });

  test('is asked for where a processor is outside, and is agreed to before anything is sent', async () => {
    const { visitor, taken } = await siteApp([
      ...CONTENT,
      WORDING,
      INSIDE,
      ENDED,
      processor('Courrier Exemple'),
    ]);
    const browser = visitor();
    await browser.post(START, [['option', 'ailleurs']]);
    await browser.post(FR.message, [['message', 'Bonjour']]);
    await browser.post(FR.contact, CONTACT);
    const refused = await browser.post(FR.consents, CONSENTS);
    expect(leadsTo(refused)).toEqual([303, `${FR.consents}?etat=erreur`]);
    const page = await shown(browser, `${FR.consents}?etat=erreur`);
    expect(textOf(page, '.error-summary a[href="#transfer"]')).toContain('hors du Québec');
    expect(page.querySelector('#transfer')?.hasAttribute('checked')).toBe(false);
    expect(textOf(page, '#transfer-body')).toContain('Courrier Exemple – Ontario');
    expect(textOf(page, '#transfer-body')).not.toMatch(/Hébergement|Ancien/);
    await browser.post(FR.consents, [...CONSENTS, ['transfer', 'transfer-2']]);
    expect(leadsTo(await send(browser))).toEqual([303, FR.sent]);
    expect(taken).toMatchObject([{ body: { consents: ['inquiry-1', 'transfer-2'] } }]);
  });

  test('isn’t asked for where none is; without a wording for it nothing can be asked online', async () => {
    const without = (await siteApp([...CONTENT, WORDING, INSIDE, ENDED])).visitor();
    await without.post(START, [['option', 'ailleurs']]);
    expect((await shown(without, FR.consents)).querySelector('#transfer')).toBeNull();
    const closed = await siteApp([...CONTENT, processor('Courrier Exemple')]);
    expect((await closed.visitor().get(START)).status).toBe(503);
  });
});

describe('the link of a mail that asks to confirm', () => {
  const SECRET = 'a'.repeat(43);
  const PATH = `/demarche/confirmer/?token=${SECRET}`;

  test('to read it changes nothing, its button confirms, once', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const page = await shown(browser, PATH);
    expect(taken).toEqual([]);
    expect(page.querySelector('.language-switch')?.getAttribute('href')).toBe(
      `/en/start/confirm/?token=${SECRET}`,
    );
    const path = page.querySelector('form')?.getAttribute('action') ?? '';
    const answers = [await browser.post(path, sendingOf(page)), await browser.post(path, sendingOf(page))];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const answer of answers)
      expect(textOf(await documentOf(answer), '.inquiry-reference')).toBe('K7M-4QX-9');
    expect(taken).toMatchObject([{ form: 'inquiry-confirm', body: { token: SECRET } }]);
    expect(browser.cookies.size).toBe(0);
  });

  test('what is no link of ours is said to be none; a refusal asks again; with the CMS away it is received', async () => {
    const { visitor, circumstances, taken } = await siteApp(CONTENT);
    const browser = visitor();
    for (const path of ['/demarche/confirmer/', '/en/start/confirm/?token=x'])
      expect((await browser.get(path)).status).toBe(404);
    const page = await shown(browser, PATH);
    circumstances.refuseNext = 'expired';
    const again = await browser.post(PATH, sendingOf(page));
    expect(again.status).toBe(422);
    const fresh = await documentOf(again);
    expect(textOf(fresh, 'title')).toMatch(/^Erreur : /);
    circumstances.cmsAway = true;
    expect((await browser.post(PATH, sendingOf(fresh))).status).toBe(202);
    expect(taken).toEqual([]);
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
