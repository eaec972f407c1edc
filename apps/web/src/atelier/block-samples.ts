import type { BlockOf, ListNode, RichTextNode } from '@passerelle/contracts';
import { PICTURE } from './samples.ts';

/** What the atelier's blocks of an article are shown with. */

const item = (text: string): ListNode['children'][number] => ({
  type: 'list-item',
  children: [{ type: 'text', text }],
});

export const TEXT: BlockOf<'text'> = {
  type: 'text',
  content: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Un paragraphe, ' },
        { type: 'link', url: '/nouvelles/', children: [{ type: 'text', text: 'un lien' }] },
        { type: 'text', text: ' et ' },
        {
          type: 'link',
          url: '/glossaire/#exemple',
          children: [{ type: 'text', text: 'un terme du glossaire' }],
        },
        { type: 'text', text: '.' },
      ],
    },
    { type: 'heading', level: 3, children: [{ type: 'text', text: 'Un intertitre' }] },
    {
      type: 'list',
      format: 'unordered',
      children: [
        item('Un premier élément'),
        item('Un second, assez long pour occuper plus d’une ligne sur un téléphone tenu à la main'),
      ],
    },
    { type: 'list', format: 'ordered', children: [item('D’abord'), item('Ensuite')] },
  ],
};

const part = (title: string): readonly RichTextNode[] => [
  { type: 'heading', level: 2, children: [{ type: 'text', text: title }] },
  { type: 'paragraph', children: [{ type: 'text', text: 'Quelques phrases, et la suite.' }] },
];

/** Long enough to be led by the list of its parts. */
export const LONG_TEXT: BlockOf<'text'> = {
  type: 'text',
  content: [
    'Une première partie',
    'Une deuxième',
    'Une troisième, au nom plus long que la place qui lui est laissée',
    'La dernière',
  ].flatMap(part),
};

const callout = (tone: BlockOf<'callout'>['tone'], title: string | null): BlockOf<'callout'> => ({
  type: 'callout',
  tone,
  title,
  content: [
    {
      type: 'paragraph',
      children: [{ type: 'text', text: 'Une phrase ou deux que le lecteur ne doit pas manquer.' }],
    },
  ],
});

export const CALLOUTS = [
  callout('note', 'Un encadré et son titre'),
  callout('important', 'Ce qu’il faut savoir avant tout'),
  callout('deadline', null),
];

export const FIGURE: BlockOf<'figure'> = {
  type: 'figure',
  image: { url: '/uploads/exemple.png', mime: 'image/png', width: 1600, height: 900, alt: PICTURE.alt },
  caption: 'Une légende, quand l’image ne parle pas d’elle-même.',
  credit: 'la rédaction',
};

export const QUOTES: readonly BlockOf<'quote'>[] = [
  {
    type: 'quote',
    text: 'Nul ne peut donner des conseils contre rémunération sans être inscrit au registre.',
    lang: null,
    attribution: 'Un règlement d’exemple',
    url: 'https://source.example/',
  },
  {
    type: 'quote',
    text: 'A quotation stays in its own language, and says so.',
    lang: 'en',
    attribution: null,
    url: null,
  },
];

export const TABLE: BlockOf<'table'> = {
  type: 'table',
  caption: 'Un tableau plus large qu’un téléphone',
  header: ['Programme', 'Palier', 'Ouverture', 'Délai', 'Frais', 'Remarque'],
  rows: [
    ['Premier', 'Québec', '2\u00a0novembre\u00a02026', '6\u00a0mois', '100\u00a0$', 'Chiffres d’exemple'],
    [
      'Second',
      'Canada',
      '1er\u00a0juin\u00a02026',
      '12\u00a0mois',
      '1\u00a0200\u00a0$',
      'Chiffres d’exemple',
    ],
  ],
  rowHeaders: true,
  source: { label: 'Source d’exemple', url: 'https://source.example/' },
};

export const EMBED: BlockOf<'embed'> = {
  type: 'embed',
  url: 'https://video.example/',
  title: 'Une vidéo qui reste ailleurs',
  provider: 'Exemple',
};

export const CALL: BlockOf<'call-to-action'> = {
  type: 'call-to-action',
  quebec: false,
  title: 'Une question sur votre dossier\u202f?',
  text: 'Écrivez-nous\u00a0: une personne vous répond.',
  label: 'Débuter votre démarche',
  href: '/contact/',
};
