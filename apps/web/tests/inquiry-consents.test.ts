import { describe, expect, test } from 'vitest';
import { consentText, consultant, processor } from './support/entries.ts';
import {
  CONSENTS,
  CONTACT,
  CONTENT,
  documentOf,
  FR,
  leadsTo,
  START,
  send,
  sendingOf,
  shown,
  textOf,
} from './support/inquiry-visit.ts';
import { siteApp } from './support/site-app.ts';

/** The inquiry of the built site: what may be offered, what is agreed to, and what a mailed link confirms. */

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
