import { describe, expect, test } from 'vitest';
import { problemsOf } from './domain/check-rendition.ts';
import { newsletterTexts } from './i18n/texts.ts';
import { compileMessage, htmlOctets } from './message-source.ts';
import { READER_SLOTS } from './rendition.ts';
import { signatureOf } from './signature.ts';
import { createDigestWriter } from './write-digest.ts';

const SENDER = [
  'Passerelle inc.',
  '1, rue de l’Exemple, Québec (Québec) G1R\u00a01A1',
  '418\u00a0555-0100',
  'bonjour@passerelle.example',
  'Consultante & cie (CRIC, permis R000000)',
];
const READ_BY_HTML = SENDER.map((line) => line.replace('&', '&amp;'));
const WHY = newsletterTexts('fr-CA').why;

const write = createDigestWriter({
  wordsOf: (id, locale) => ({
    title: `Titre <${id}> & « ${locale} »`,
    dek: id === 'sans' ? null : 'Une introduction de quelques mots, comme il y en a souvent. '.repeat(4),
    url: `https://passerelle.example/nouvelles/${id}/`,
    correction: 'La date était fausse.',
  }),
  newsUrl: () => 'https://passerelle.example/nouvelles/',
  senderOf: () => SENDER,
});

describe.each(['fr-CA', 'en-CA'] as const)('a digest in %s', (locale) => {
  test('may be sent, however much there is to tell', async () => {
    const articles = Array.from({ length: 400 }, (_, number) => `article-${number}`);
    const rendition = await write(locale, { articles, corrected: articles });
    const octets = htmlOctets(rendition);
    expect(
      problemsOf({
        ...{ ...rendition, htmlOctets: octets, signature: signatureOf(locale, SENDER) },
        unsubscribe: READER_SLOTS.unsubscribe,
      }),
    ).toEqual([]);
    expect(rendition.articles).toHaveLength(400);
    const { more, moreCorrected } = newsletterTexts(locale);
    for (const part of [rendition.text, rendition.html]) {
      expect(part).toContain(more(375));
      expect(part).toContain(moreCorrected(375));
    }
    expect(rendition.subject).toContain('399');
  });

  test('escapes what it merges, and has the reader’s links in both parts', async () => {
    const rendition = await write(locale, { articles: ['un', 'sans'], corrected: ['deux'] });
    expect(rendition.html).toContain(`Titre &lt;un&gt; &amp; « ${locale} »`);
    expect(rendition.html).not.toContain('<un>');
    expect(rendition.text).toContain(`Titre <un> & « ${locale} »\n`);
    expect(rendition.text).toContain('La date était fausse.');
    for (const part of [rendition.html, rendition.text]) {
      for (const slot of Object.values(READER_SLOTS)) expect(part).toContain(slot);
      const lines = part === rendition.html ? READ_BY_HTML : SENDER;
      for (const line of lines) expect(part).toContain(line);
      expect(part).toContain('https://passerelle.example/nouvelles/deux/');
    }
    const source = compileMessage(rendition, { from: { name: 'P', address: 'p@passerelle.example' } })({
      messageId: '<a@passerelle.example>',
      at: new Date(0),
      recipient: {
        address: 'visiteur@exemple.example',
        links: { unsubscribe: 'https://passerelle.example/u', manage: 'https://passerelle.example/m' },
      },
    });
    expect(source).not.toMatch(/=EE=80=8[01]/);
  });

  test('of corrections alone says so', async () => {
    const { subject, articles } = await write(locale, { articles: [], corrected: ['deux'] });
    expect(subject).toBe(newsletterTexts(locale).correctedSubject(1));
    const several = await write(locale, { articles: [], corrected: ['deux', 'trois'] });
    expect(several.subject).toMatch(/^2.(?:nouvelles|articles) .*corr/);
    expect(several.text).not.toContain(newsletterTexts(locale).moreCorrected(1));
    expect(articles).toEqual([]);
  });
});

test('a rendition without sender, link or text, or longer than readers show, is told of', () => {
  const fine = {
    subject: 'Sujet',
    html: `${WHY}${READ_BY_HTML.join('')}${READER_SLOTS.unsubscribe}`,
    text: `${WHY}\n${SENDER.join('\n')}${READER_SLOTS.unsubscribe}`,
    htmlOctets: 100,
    signature: signatureOf('fr-CA', SENDER),
    unsubscribe: READER_SLOTS.unsubscribe,
  };
  expect(problemsOf(fine)).toEqual([]);
  expect(problemsOf({ ...fine, signature: signatureOf('fr-CA', []) })).toEqual(['sender-missing']);
  // An organization without a consultant.
  expect(problemsOf({ ...fine, signature: signatureOf('fr-CA', SENDER.slice(0, 4)) })).toEqual([
    'sender-missing',
  ]);
  expect(problemsOf({ ...fine, html: `${WHY}${READER_SLOTS.unsubscribe}` })).toEqual(['sender-missing']);
  expect(problemsOf({ ...fine, text: fine.text.replace(WHY, '') })).toEqual(['sender-missing']);
  expect(problemsOf({ ...fine, text: READER_SLOTS.unsubscribe })).toEqual(['sender-missing', 'text-missing']);
  expect(problemsOf({ ...fine, subject: 'Sujet\r\nBcc: a@b.example' })).toEqual(['subject-malformed']);
  expect(problemsOf({ ...fine, html: `${WHY}${READ_BY_HTML.join('')}` })).toEqual(['unsubscribe-missing']);
  expect(problemsOf({ ...fine, htmlOctets: 102 * 1024 })).toEqual(['too-large']);
});
