import { LOCALES } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { createTemplates } from './templates.ts';

const templates = createTemplates(async () => ['Cabinet de démonstration', '418\u00a0555-0123']);
const about = { reference: 'K7M-4QX-9', kind: 'access' };
const due = '2026-12-24T21:38:01.000Z';
const url = 'http://localhost:4321/renseignements-personnels/recevoir/x/';
const words = 'Motif <b>fictif</b>\nsur deux lignes';

const MAILS: Record<string, object> = {
  'person-request-received': { ...about, due },
  'person-request-extended': { ...about, due, reason: words },
  'person-request-answered': { ...about, answer: words, url },
  'person-request-refused': { ...about, provision: 'RLRQ c. P-39.1, art. 39', reason: words },
  'person-request-erased': about,
  'person-request-reminder': { ...about, due, days: 2, late: false, url },
};

describe.each(LOCALES)('mails about requests of persons in %s', (locale) => {
  const render = (template: string, data: object = {}) =>
    templates.render({ template, locale, data: { ...MAILS[template], ...data } });

  it.each(Object.keys(MAILS))('%s has its reference, and nothing undone', async (template) => {
    const { subject, html, text } = await render(template);
    expect(subject).toContain(about.reference);
    for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|\{\{|\[object/);
    expect(text).not.toMatch(/\n{4,}/);
  });

  it.each(['extended', 'answered', 'refused'])('%s has what staff wrote, as text', async (kind) => {
    const { html, text } = await render(`person-request-${kind}`);
    expect(text).toContain(words);
    expect(html).toContain('Motif &lt;b&gt;fictif&lt;/b&gt;<br>sur deux lignes');
    for (const part of [html, text]) expect(part).toMatch(/Commission d’accès à l’information/);
  });

  it('a refusal says its provision, its reason, the recourse and how long there is for it', async () => {
    const { html, text } = await render('person-request-refused');
    for (const part of [html, text]) {
      expect(part).toMatch(/(?:Disposition\u00a0|Provision): RLRQ c\. P-39\.1, art\. 39/);
      expect(part).toMatch(/(?:Motif\u00a0|Reason):/);
      expect(part).toMatch(/30[\u00a0 ](?:jours|days)/);
      expect(part).toMatch(/42(?: et | and )43/);
    }
    await expect(render('person-request-refused', { provision: undefined })).rejects.toThrow();
  });

  it('an answer has its link where something is fetched, and none elsewhere', async () => {
    const fetched = await render('person-request-answered');
    for (const part of [fetched.html, fetched.text]) expect(part).toContain(url);
    const told = await render('person-request-answered', { url: null });
    for (const part of [told.html, told.text]) expect(part).not.toMatch(/recevoir|ZIP/);
    await expect(render('person-request-answered', { url: 'javascript:alert(1)' })).rejects.toThrow();
  });

  it('a reminder says how long is left, or that it is late', async () => {
    expect((await render('person-request-reminder')).text).toMatch(
      locale === 'fr-CA' ? /Il reste 2\u00a0jours/ : /2 days are left/,
    );
    expect((await render('person-request-reminder', { days: -1, late: true })).text).toMatch(/P-39\.1/);
  });
});
