import { LOCALES } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { createTemplates } from './templates.ts';

const templates = createTemplates(async () => ['Cabinet de démonstration', '418\u00a0555-0123']);
const reference = 'K7M-4QX-9';
const url = 'http://localhost:1337/admin/plugins/desk';

const MAILS: Record<string, object> = {
  'inquiry-received': { reference, days: 2 },
  'inquiry-confirm': { url },
  'inquiry-continue': { url },
  'inquiry-notice': { reference, url },
  'inquiry-late': { references: [reference], more: 3, url },
  'inquiry-reply': { reference, kind: 'advice', subject: 'Objet', body: 'A\n<b>\n\nB', signedBy: 'Équipe' },
  'inquiry-files': { reference, url, most: 3 },
};

describe.each(LOCALES)('mails about inquiries in %s', (locale) => {
  const render = (template: string, data = MAILS[template]) =>
    templates.render({ template, locale, data: { ...data } });

  it.each(Object.keys(MAILS))('%s: both parts say the same, and ask nothing of the web', async (template) => {
    const { subject, html, text } = await render(template);
    expect(subject).not.toMatch(/undefined|[\r\n]/);
    const links = [...html.matchAll(/(?:https?:)?\/\/[^\s"'<>)]+/g)].map(([address]) => address);
    for (const link of links) expect(['http://www.w3.org/1999/xhtml', url]).toContain(link);
    for (const said of ['reference', 'url', 'references']) {
      const value: unknown = Reflect.get(MAILS[template] ?? {}, said);
      if (value === undefined) continue;
      expect(html).toContain(String(value));
      expect(text).toContain(String(value));
    }
  });

  it('a receipt says what comes next, how to reach a person, and that nobody is a client yet', async () => {
    const { html, text } = await render('inquiry-received');
    for (const part of [html, text]) {
      expect(part).toMatch(locale === 'fr-CA' ? /2 jours ouvrables/ : /2 business days/);
      expect(part).toMatch(locale === 'fr-CA' ? /téléphone/ : /telephone/);
      expect(part).toMatch(locale === 'fr-CA' ? /contrat écrit et signé/ : /written and signed contract/);
    }
    const one = await render('inquiry-received', { reference, days: 1 });
    expect(one.text).toMatch(locale === 'fr-CA' ? /1 jour ouvrable\./ : /1 business day\./);
  });

  it('an answer has its invitation for files in both parts, where it has one', async () => {
    const asking = await render('inquiry-reply', { ...MAILS['inquiry-reply'], files: { url, most: 3 } });
    const plain = await render('inquiry-reply');
    expect(asking.html).toContain(`<a href="${url}">`);
    expect(asking.text).toContain(url);
    for (const part of [asking.html, asking.text])
      expect(part).toMatch(locale === 'fr-CA' ? /3 fichiers/ : /3 files/);
    for (const part of [plain.html, plain.text]) expect(part).not.toContain(url);
  });

  it('an answer keeps its paragraphs and lines, as text', async () => {
    const { subject, html, text } = await render('inquiry-reply');
    expect(subject).toBe(`Objet [${reference}]`);
    expect(html).toMatch(/<p[^>]*>A<br>&lt;b&gt;<\/p><p[^>]*>B<\/p>/);
    expect(text).toMatch(locale === 'fr-CA' ? /titulaire d’un permis/ : /licensed person/);
  });

  it('takes nothing its schema doesn’t know', async () => {
    await expect(render('inquiry-notice', { reference, url, name: 'x' })).rejects.toThrow();
    await expect(render('inquiry-notice', { reference, url: 'javascript:alert(1)' })).rejects.toThrow();
  });
});
