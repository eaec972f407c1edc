import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SENDER, TODAY } from './mail-samples.ts';
import { senderBlock } from './mail-templates.ts';
import type { Locale } from './polls.ts';

/** Issues of the newsletter as the built CMS writes them, for pictures of them. */

const FOLDER = join(import.meta.dirname, '../../apps/cms/dist/src/newsletter');
const IMAGE = join(import.meta.dirname, '../../docs/images/article.webp');
const CID = 'image@passerelle';

interface ArticleWords {
  title: string;
  dek: string | null;
  url: string;
  correction: string | null;
}
interface Words {
  siteUrl: string;
  wordsOf(article: string, locale: Locale): ArticleWords | undefined;
  newsUrl(locale: Locale): string;
  senderOf(locale: Locale): readonly string[];
  images: ReadonlyMap<string, { cid: string; mime: string; base64: string }>;
}
interface Written {
  subject: string;
  html: string;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const { writeCampaign } = z
  .object({
    writeCampaign:
      z.custom<(text: object, articles: readonly string[], words: Words) => Promise<Written>>(isFunction),
  })
  .parse({ ...(await import(join(FOLDER, 'write-campaign.js'))) });
const { createDigestWriter } = z
  .object({
    createDigestWriter:
      z.custom<
        (
          words: Words,
        ) => (
          locale: Locale,
          content: { articles: readonly string[]; corrected: readonly string[] },
        ) => Promise<Written>
      >(isFunction),
  })
  .parse({ ...(await import(join(FOLDER, 'write-digest.js'))) });

const ARTICLES: Readonly<Record<string, Readonly<Record<Locale, readonly [title: string, dek: string]>>>> = {
  un: {
    'fr-CA': ['Le seuil du PSTQ remonte', 'La ronde de novembre a invité moins de personnes, et plus haut.'],
    'en-CA': ['The PSTQ threshold rises', 'November’s round invited fewer people, and higher up.'],
  },
  deux: {
    'fr-CA': ['Permis d’études : une pièce de plus', 'Elle s’ajoute au dossier à partir du 1er décembre.'],
    'en-CA': ['Study permits: one more document', 'It joins the file from December 1 on.'],
  },
};
const CORRECTION: Readonly<Record<Locale, string>> = {
  'fr-CA': 'La date limite est le 3, et non le 2.',
  'en-CA': 'The deadline is the 3rd, not the 2nd.',
};

const words: Words = {
  siteUrl: 'https://passerelle.example',
  newsUrl: () => 'https://passerelle.example/nouvelles/',
  senderOf: (locale) => senderBlock(SENDER.organization, SENDER.consultants, locale, TODAY),
  wordsOf(article, locale) {
    const [title, dek] = ARTICLES[article]?.[locale] ?? [];
    if (title === undefined || dek === undefined) return undefined;
    const url = `https://passerelle.example/nouvelles/${article}/`;
    return { title, dek, url, correction: CORRECTION[locale] };
  },
  images: new Map([['/uploads/image.webp', { cid: CID, mime: 'image/jpeg', base64: '' }]]),
};

/** What a digest says, and what a campaign does that has a block of every kind. */
export const ISSUE_SAMPLES: Readonly<Record<string, (locale: Locale) => Promise<string>>> = {
  'newsletter-digest': async (locale) => {
    const { html } = await createDigestWriter(words)(locale, {
      articles: ['un'],
      corrected: ['deux'],
    });
    return html;
  },
  'newsletter-campaign': async (locale) => {
    const { html } = await writeCampaign(campaignOf(locale), ['un', 'deux'], words);
    const image = await readFile(IMAGE, 'base64');
    return html.replaceAll(`cid:${CID}`, `data:image/webp;base64,${image}`);
  },
};

function campaignOf(locale: Locale): object {
  const say = (french: string, english: string) => (locale === 'fr-CA' ? french : english);
  const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
  const text = (words: string) => ({ type: 'text', text: words });
  const link = (url: string, words: string) => ({ type: 'link', url, children: [text(words)] });
  const list = (...items: string[]) => ({
    type: 'list',
    format: 'unordered',
    children: items.map((item) => ({ type: 'list-item', children: [text(item)] })),
  });
  return {
    locale,
    subject: say('Ce qui change cet hiver', 'What changes this winter'),
    preheader: say('Trois dates à retenir', 'Three dates to remember'),
    intro: say('Bonjour,\n\nVoici l’essentiel de la saison.', 'Hello,\n\nHere is what matters this season.'),
    blocks: [
      {
        type: 'text',
        content: [
          { type: 'heading', level: 2, children: [text(say('À retenir', 'To remember'))] },
          paragraph(
            text(say('Les règles changent; ', 'The rules change; ')),
            link('/programmes/', say('voyez les programmes', 'see the programmes')),
            text('.'),
          ),
          list(say('une pièce de plus', 'one more document'), say('un délai plus court', 'a shorter delay')),
        ],
      },
      {
        type: 'figure',
        image: {
          ...{ url: '/uploads/image.webp', mime: 'image/webp', width: 1152, height: 768 },
          alt: say('Une page du site', 'A page of the site'),
        },
        caption: say('Une page du site', 'A page of the site'),
        credit: 'Passerelle',
      },
      ...(['note', 'important', 'deadline'] as const).map((tone) => ({
        type: 'callout',
        tone,
        title: say('Le 3 décembre', 'December 3'),
        content: [
          paragraph(text(say('Dernier jour pour envoyer le dossier.', 'Last day to send the file.'))),
        ],
      })),
      {
        type: 'table',
        caption: say('Les dernières rondes', 'The latest rounds'),
        header: [say('Ronde', 'Round'), say('Invitations', 'Invitations'), say('Seuil', 'Threshold')],
        rows: [
          ['2026-11-20', '1 200', '590'],
          ['2026-10-23', '1 450', '576'],
        ],
        rowHeaders: true,
        source: { label: say('Le Ministère', 'The Ministry'), url: 'https://source.example/' },
      },
      {
        type: 'quote',
        text: say('Chaque dossier compte.', 'Every file counts.'),
        lang: null,
        attribution: say('Le Ministère', 'The Ministry'),
        url: 'https://source.example/',
      },
      {
        type: 'call-to-action',
        quebec: false,
        title: say('Une question ?', 'A question?'),
        text: say('Nous répondons en deux jours.', 'We answer within two days.'),
        label: say('Nous écrire', 'Write to us'),
        href: '/demarche/',
      },
    ],
    unreadable: [],
    withoutAlternative: [],
  };
}
