import { LOCALES } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobPayload } from '../platform/jobs/jobs.ts';
import { fillSlots } from './compile.ts';
import { markup, toHtml } from './markup.ts';
import { senderBlock } from './sender-block.ts';
import { createTemplates } from './templates.ts';

const organization = {
  legalName: 'Passerelle & cie <inc.>',
  telephone: '+14185550123',
  email: 'bonjour@passerelle.example',
  address: { street: '1, rue de la Démonstration', city: 'Québec', province: 'QC', postalCode: 'G0A 0A0' },
};
const consultants = [
  {
    name: 'Consultante <de démonstration>',
    licenceNumber: 'R000000',
    licenceClass: 'RCIC-IRB',
    registerUrl: 'https://registre.example/?a&b',
    recognitionNumber: '11 <00>',
    recognitionExpiresOn: '2027-03-01',
  },
];
const templates = createTemplates(async (locale) =>
  senderBlock(organization, consultants, locale, '2027-03-01'),
);
const alarm = {
  code: 'mail-uncertain',
  at: '2026-11-24T21:38:01.000Z',
  requestId: '3f8a7b52-7d5e-4c7e-9d65-0b6f5b7f5a11',
  form: 'vote',
  attempts: 3,
  adminUrl: 'http://localhost:1337/admin',
};

describe.each(LOCALES)('the alarm in %s', (locale) => {
  const render = (data: JobPayload = alarm) => templates.render({ template: 'alarm', locale, data });

  it('says what, when, and where to look, in both parts', async () => {
    const { subject, html, text } = await render();
    expect(subject).toBe(templates.subjectOf({ template: 'alarm', locale, data: alarm }));
    for (const part of [html, text]) {
      for (const said of [alarm.requestId, alarm.code, alarm.form, alarm.adminUrl, 'G0A\u00a00A0']) {
        expect(part).toContain(said);
      }
      expect(part).toMatch(locale === 'fr-CA' ? /16\sh\s38/ : /4:38:01/);
    }
    expect(html).toContain(`lang="${locale}"`);
  });

  it('says who writes, and that this is no government', async () => {
    const { html, text } = await render();
    expect(text).toContain('Passerelle & cie <inc.>');
    expect(html).toContain('Passerelle &amp; cie &lt;inc.&gt;');
    expect(text).toContain('418\u00a0555-0123');
    expect(text).toContain(
      `Consultante <de démonstration> (${locale === 'fr-CA' ? 'CRIC-CISR, permis' : 'RCIC-IRB, licence'} R000000)`,
    );
    expect(text).toContain('https://registre.example/?a&b\n');
    expect(html).toContain('href="https://registre.example/?a&amp;b"');
    const day = locale === 'fr-CA' ? '1er\u00a0mars 2027' : 'March 1, 2027';
    expect(text).toMatch(new RegExp(`Québec.* 11 <00>, .* ${day}\n`));
    const later = senderBlock(organization, consultants, locale, '2027-03-02');
    expect(later.join('\n')).not.toContain(day);
    for (const part of [html, text]) {
      expect(part).toMatch(
        locale === 'fr-CA' ? /site privé.*aucun gouvernement/ : /private site.*no government/,
      );
    }
  });

  it('tells of a recognition that ends soon, with how long is left', async () => {
    const { requestId: _, form: __, attempts: ___, ...rest } = alarm;
    const data = { ...rest, code: 'recognition-ending', documentId: 'a1b2c3d4e5f6', daysLeft: 90 };
    const { subject, text } = await templates.render({ template: 'alarm', locale, data });
    expect(subject).toContain(locale === 'fr-CA' ? 'prend bientôt fin' : 'ends soon');
    expect(text).toMatch(locale === 'fr-CA' ? /Jours restants\u00a0: 90/ : /Days left: 90/);
    expect(text).toContain('a1b2c3d4e5f6');
  });

  it('leaves out what is not known', async () => {
    const { requestId: _, form: __, attempts: ___, ...less } = alarm;
    const { html } = await render(less);
    expect(html).not.toMatch(/undefined|\[object|<th[^>]*>(?:Essais|Attempts|Formulaire|Form)</);
  });

  it('is not written for a code there are no words for', async () => {
    await expect(render({ ...alarm, code: 'constructor' })).rejects.toThrow();
  });

  it('asks nothing of the web, and knows the dark', async () => {
    const { html } = await render();
    const addresses = [...html.matchAll(/(?:https?:)?\/\/[^\s"'<>)]+/g)].map(([address]) => address);
    expect(new Set(addresses)).toEqual(
      new Set(['http://www.w3.org/1999/xhtml', alarm.adminUrl, 'https://registre.example/?a&amp;b']),
    );
    expect(html).not.toMatch(/<(?:img|link|script|iframe)\b|@import|url\(/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  });
});

describe('before there is an organization', () => {
  it('the alarm is written all the same', async () => {
    const without = createTemplates(async (locale) => senderBlock(null, [], locale, '2026-11-24'));
    const { html, text } = await without.render({ template: 'alarm', locale: 'fr-CA', data: alarm });
    expect(html).toContain('aucun gouvernement');
    expect(text).toContain('aucun gouvernement');
  });
});

describe('what is merged', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>',
      '"><img src=x onerror=1>',
      "' onclick='",
      '{{b}}',
      '&amp;',
      '$&',
      '$1',
      '-->',
    ),
  );

  it('is text, in elements, attributes and slots', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        for (const html of [
          markup`<p title="${a}">${b}</p>`.html,
          fillSlots('<p title="{{a}}">{{b}}</p>', { a, b }),
        ]) {
          const [, title = '', text = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(html) ?? [];
          expect([title, text]).toEqual([toHtml(a), toHtml(b)]);
          expect(title + text).not.toMatch(/[<>"']/);
        }
      }),
    );
  });

  it('is there for every slot, and there is a slot for all of it', () => {
    expect(() => fillSlots('{{a}}', {})).toThrow('"a" of a mail has no value');
    expect(() => fillSlots('{{a}}', { a: '', b: '' })).toThrow('no slot "b"');
  });

  it('has to follow the template’s schema', async () => {
    const write = (data: object) =>
      templates.render({ template: 'alarm', locale: 'fr-CA', data: { ...alarm, ...data } });
    await expect(write({ adminUrl: 'javascript:alert(1)' })).rejects.toThrow();
    await expect(write({ code: 'Marie <marie@exemple.example>' })).rejects.toThrow();
    await expect(templates.render({ template: 'toString', locale: 'fr-CA', data: {} })).rejects.toThrow(
      /no mail/,
    );
  });
});
