import type { RichText } from '@passerelle/contracts';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { textBody } from './domain/archived-body.ts';
import type { CampaignText, MailBlock } from './domain/campaign.ts';
import { checkCampaign, maySend, type WrittenLanguage } from './domain/campaign-checks.ts';
import { linkKind, linksOf } from './domain/campaign-links.ts';
import { compileMessage, htmlOctets } from './message-source.ts';
import { READER_SLOTS, SLOT } from './rendition.ts';
import { signatureOf } from './signature.ts';
import { type CampaignSurroundings, writeCampaign } from './write-campaign.ts';

const SITE = 'https://passerelle.example';
const SENDER = [
  'Cabinet inc.',
  '1, rue de l’Exemple',
  '418\u00a0555-0100',
  'bonjour@cabinet.example',
  'Consultante',
];
const IMAGE = {
  cid: 'image@passerelle',
  mime: 'image/jpeg',
  base64: Buffer.from('image').toString('base64'),
} as const;

const surroundings: CampaignSurroundings = {
  siteUrl: SITE,
  wordsOf: (id, locale) =>
    id === 'secret'
      ? undefined
      : {
          title: `Titre ${id} ${locale}`,
          dek: 'Un chapeau.',
          url: `${SITE}/nouvelles/${id}/`,
          correction: null,
        },
  senderOf: () => SENDER,
  images: new Map([['/uploads/a.png?v=1', IMAGE]]),
};

const linked = (url: string): RichText => [
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Lisez <ceci> & ' },
      { type: 'link', url, children: [{ type: 'text', text: 'la page', bold: true }] },
    ],
  },
];

const BLOCKS: MailBlock[] = [
  { type: 'text', content: linked('/programmes/') },
  {
    type: 'text',
    content: [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Un titre' }] },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [{ type: 'text', text: 'un' }] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [{ type: 'text', text: 'dedans' }] }],
          },
          { type: 'list-item', children: [{ type: 'text', text: 'deux' }] },
        ],
      },
    ],
  },
  {
    type: 'figure',
    image: { url: '/uploads/a.png?v=1', mime: 'image/png', width: 8, height: 8, alt: 'Le "pont"' },
    caption: 'Au matin',
    credit: null,
  },
  { type: 'callout', tone: 'deadline', title: 'Le 3 mars', content: linked('https://ailleurs.example/') },
  {
    type: 'table',
    caption: 'Les seuils',
    header: ['Ronde', 'Note'],
    rows: [['1', '590']],
    rowHeaders: true,
    source: { label: 'Ministère', url: 'https://source.example/' },
  },
  { type: 'quote', text: 'Des paroles', lang: 'en', attribution: 'Quelqu’un', url: null },
  {
    type: 'call-to-action',
    quebec: true,
    title: 'Nous écrire',
    text: null,
    label: 'Écrivez',
    href: '/demarche/',
  },
];

const textOf = (fields: Partial<CampaignText> = {}): CampaignText => ({
  locale: 'fr-CA',
  subject: 'Un sujet',
  preheader: 'Un aperçu',
  intro: 'Bonjour.\n\nEncore.',
  blocks: BLOCKS,
  unreadable: [],
  withoutAlternative: [],
  ...fields,
});

describe('a campaign, written', () => {
  it('is archived with its images in words: what travels within the mail is nowhere else', async () => {
    const { html, text } = await writeCampaign(textOf(), ['a'], surroundings);
    expect(html).toContain(`src="cid:${IMAGE.cid}"`);
    const archived = JSON.stringify(textBody(text, SLOT));
    expect(archived).not.toMatch(/cid:|image@passerelle|desabonnement|\ue000/);
    expect(archived).toContain(JSON.stringify('[Image\u00a0: Le "pont" – Au matin]').slice(1, -1));
  });

  it('says the same in both parts, with whole links and nothing unescaped', async () => {
    const { html, text, articles, subject, images } = await writeCampaign(
      textOf({ subject: 'Un\r\nsujet' }),
      ['un', 'secret'],
      surroundings,
    );
    expect(subject).toBe('Un sujet');
    expect(articles).toEqual(['un']);
    expect(images).toEqual([IMAGE]);
    expect(html).toContain(
      'Lisez &lt;ceci&gt; &amp; <a href="https://passerelle.example/programmes/"><strong>la page',
    );
    expect(html).toContain('<img src="cid:image@passerelle" alt="Le &quot;pont&quot;"');
    expect(html).toContain('href="https://passerelle.example/demarche/"');
    for (const line of [
      'Lisez <ceci> & la page (https://passerelle.example/programmes/)',
      '1. un\n  - dedans\n2. deux',
      '[Image\u00a0: Le "pont" – Au matin]',
      '* Date à retenir\u00a0: Le 3 mars',
      'Ronde\u00a0: 1 · Note\u00a0: 590',
      'Source\u00a0: Ministère (https://source.example/)',
      '> Des paroles\n> — Quelqu’un',
      'Écrivez\u00a0: https://passerelle.example/demarche/',
      'Titre un fr-CA\nUn chapeau.\nhttps://passerelle.example/nouvelles/un/',
    ])
      expect(text).toContain(line);
    for (const part of [html, text]) {
      for (const slot of Object.values(READER_SLOTS)) expect(part).toContain(slot);
      for (const line of SENDER) expect(part).toContain(line);
    }
    // What is shown comes with the mail: nothing is fetched by reading it (L10).
    expect(html.match(/<(?:img|link|script|iframe)[^>]*(?:src|href)="(?!cid:)/g)).toBeNull();
  });

  it('carries its images where a mail program finds them', async () => {
    const rendition = await writeCampaign(textOf(), [], surroundings);
    const source = compileMessage(rendition, { from: { name: 'P', address: 'p@passerelle.example' } })({
      messageId: '<a@passerelle.example>',
      at: new Date(0),
      recipient: {
        address: 'visiteur@exemple.example',
        links: { unsubscribe: `${SITE}/u`, manage: `${SITE}/m` },
      },
    });
    const mail = await PostalMime.parse(source);
    expect(mail.attachments).toMatchObject([
      { mimeType: 'image/jpeg', contentId: '<image@passerelle>', disposition: 'inline' },
    ]);
    const [image] = mail.attachments;
    expect(image?.content instanceof ArrayBuffer && Buffer.from(image.content).toString()).toBe('image');
    expect(mail.html).toContain('cid:image@passerelle');
    expect(mail.text).toContain(`${SITE}/u`);
  });
});

describe('the checks of a campaign', () => {
  async function written(fields: Partial<WrittenLanguage> = {}): Promise<WrittenLanguage> {
    const text = fields.text ?? textOf();
    const rendition = await writeCampaign(text, [], surroundings);
    return {
      text,
      subject: rendition.subject,
      html: rendition.html,
      plain: rendition.text,
      htmlOctets: htmlOctets(rendition),
      imageOctets: 0,
      signature: signatureOf(text.locale, SENDER),
      badLinks: [],
      missingArticles: [],
      ...fields,
    };
  }
  const english = () => written({ text: textOf({ locale: 'en-CA', subject: 'A subject' }) });

  function failing(languages: WrittenLanguage[], more: { offersQuebec?: boolean; readers?: number } = {}) {
    const results = checkCampaign({
      campaign: { segment: {}, texts: languages.map(({ text }) => text), articles: [] },
      languages,
      offersQuebec: true,
      readers: 2,
      unsubscribe: READER_SLOTS.unsubscribe,
      ...more,
    });
    const told = results
      .filter(({ state }) => state !== 'fine')
      .map(({ check, state }) => `${check} ${state}`);
    expect(maySend(results)).toBe(!told.some((one) => one.endsWith('failed')));
    return told;
  }

  it('find nothing in one that may be sent', async () => {
    expect(failing([await written(), await english()])).toEqual([]);
  });

  it('want both languages when both are written to', async () => {
    expect(failing([await written()])).toEqual(['languages failed']);
    const only = await written();
    const results = checkCampaign({
      campaign: { segment: { locale: 'fr-CA' }, texts: [only.text], articles: [] },
      languages: [only],
      offersQuebec: true,
      readers: 1,
      unsubscribe: READER_SLOTS.unsubscribe,
    });
    expect(maySend(results)).toBe(true);
  });

  it.each<[string, Partial<WrittenLanguage>, string[]]>([
    [
      'an unfinished sender',
      { signature: { ...signatureOf('fr-CA', SENDER), isWhole: false } },
      ['sender failed'],
    ],
    ['no subject', { subject: '' }, ['subject failed']],
    ['a broken block', { text: textOf({ unreadable: [2] }) }, ['content failed']],
    ['nothing to say', { text: textOf({ intro: null, blocks: [] }) }, ['content failed']],
    ['no text part', { plain: '' }, ['parts failed']],
    ['no way to end it', { html: '<p></p>' }, ['parts failed']],
    ['too much HTML', { htmlOctets: 102 * 1024 }, ['size failed']],
    ['too heavy images', { imageOctets: 2 ** 20 + 1 }, ['size failed']],
    ['a dead link', { badLinks: [`${SITE}/rien/`] }, ['links failed']],
    ['an image without words', { text: textOf({ withoutAlternative: [3] }) }, ['alternatives failed']],
    ['no preview text', { text: textOf({ preheader: null }) }, ['preheader warning']],
    ['an article that isn’t public', { missingArticles: ['Un brouillon'] }, ['articles warning']],
    [
      'a promise',
      { plain: `${SENDER.join('\n')}\n${READER_SLOTS.unsubscribe}\nSuccès GARANTI à 100 %` },
      ['claims warning'],
    ],
  ])('tell of %s', async (_, fields, told) => {
    expect(failing([await written(fields), await english()])).toEqual(told);
  });

  it('tell of what may not be offered, and of an audience of nobody', async () => {
    const languages = [await written(), await english()];
    expect(failing(languages, { offersQuebec: false })).toEqual(['mandates failed']);
    expect(failing(languages, { readers: 0 })).toEqual(['audience failed']);
  });

  it('know every link, and what it is', () => {
    expect(linksOf(BLOCKS)).toEqual([
      '/programmes/',
      'https://ailleurs.example/',
      'https://source.example/',
      '/demarche/',
    ]);
    expect(
      [`${SITE}/a/`, 'https://b.example/', 'http://b.example/', '#ici', 'mailto:a@b.example', 'https://'].map(
        (link) => linkKind(link, SITE),
      ),
    ).toEqual(['own', 'foreign', 'broken', 'broken', 'foreign', 'broken']);
  });
});
