import type { Block, Entry, EntryOf } from '@passerelle/contracts';
import { article, category, documentId, organization, round, term } from '../../tests/support/entries.ts';

/** Text that would do harm wherever it got out of its place. */
export const HOSTILE = `</script><script>alert(1)</script><img src=x onerror="alert(1)">"'><svg onload=alert(1)> & ]]> &lt;b&gt;`;

const HOSTILE_LINK = 'javascript:alert(1)';
const HOSTILE_SOURCE = { title: HOSTILE, publisher: HOSTILE, url: HOSTILE_LINK, readOn: '2026-05-01' };
const text = (value: string) => ({ type: 'text' as const, text: value });

/** One block of each type, each of its fields hostile where the contract or the CMS might let it be. */
export const HOSTILE_BODY: Block[] = [
  {
    type: 'text',
    content: [
      { type: 'heading', level: 2, children: [text(HOSTILE)] },
      {
        type: 'paragraph',
        children: [text(HOSTILE), { type: 'link', url: HOSTILE_LINK, children: [text(HOSTILE)] }],
      },
      { type: 'code', children: [text(HOSTILE)] },
    ],
  },
  {
    type: 'figure',
    image: { url: '/uploads/a.webp', mime: 'image/webp', width: 16, height: 9, alt: HOSTILE },
    caption: HOSTILE,
    credit: HOSTILE,
  },
  {
    type: 'callout',
    tone: 'note',
    title: HOSTILE,
    content: [{ type: 'paragraph', children: [text(HOSTILE)] }],
  },
  {
    type: 'table',
    caption: HOSTILE,
    header: [HOSTILE, HOSTILE],
    rows: [[HOSTILE, HOSTILE]],
    rowHeaders: true,
    source: { label: HOSTILE, url: HOSTILE_LINK },
  },
  { type: 'quote', text: HOSTILE, lang: 'fr', attribution: HOSTILE, url: HOSTILE_LINK },
  { type: 'embed', url: HOSTILE_LINK, title: HOSTILE, provider: HOSTILE },
  { type: 'poll', poll: documentId('poll') },
  {
    type: 'call-to-action',
    title: HOSTILE,
    text: HOSTILE,
    label: HOSTILE,
    href: HOSTILE_LINK,
    quebec: false,
  },
  { type: 'consultants', title: HOSTILE, verification: true },
];

/** A site whose every text is hostile: an article of each kind of block, and what stands around it. */
export const HOSTILE_SITE: Entry[] = [
  organization('fr-CA', {
    tradeName: HOSTILE,
    legalName: HOSTILE,
    tagline: HOSTILE,
    disclaimer: HOSTILE,
    navigation: [{ label: HOSTILE, href: HOSTILE_LINK }],
    footerNavigation: [{ label: HOSTILE, href: HOSTILE_LINK }],
    openingHours: [{ days: HOSTILE, hours: HOSTILE }],
    takesQuebecMandates: true,
  }),
  article('hostile', {
    title: HOSTILE,
    dek: HOSTILE,
    body: HOSTILE_BODY,
    category: documentId('hostilecategory'),
    tags: [documentId('tag')],
    authors: [documentId('author')],
    programmes: [documentId('programme')],
    corrections: [{ date: '2026-05-06', text: HOSTILE }],
    sources: [HOSTILE_SOURCE],
    cover: { url: '/uploads/a.webp', mime: 'image/webp', width: 16, height: 9, alt: HOSTILE },
  }),
  category('hostilecategory', { slug: 'hostile', name: HOSTILE, description: HOSTILE }),
  { kind: 'tag', documentId: documentId('tag'), locale: 'fr-CA', slug: 'tag', name: HOSTILE },
  author(),
  programme(),
  ...['2026-01-01', '2026-02-01'].map((date) =>
    round(`round${date}`, {
      programme: documentId('programme'),
      ...{ date, number: HOSTILE, stream: HOSTILE, note: HOSTILE, source: HOSTILE_SOURCE },
    }),
  ),
  term('terme-hostile', {
    ...{ name: HOSTILE, acronym: HOSTILE, aliases: [HOSTILE], programme: documentId('programme') },
    definition: [{ type: 'paragraph', children: [text(HOSTILE)] }],
    sources: [HOSTILE_SOURCE],
  }),
  poll(),
  page(),
  consultant(),
];

function author(): EntryOf<'author'> {
  const about = { name: HOSTILE, role: HOSTILE, bio: HOSTILE };
  return {
    kind: 'author',
    documentId: documentId('author'),
    locale: 'fr-CA',
    slug: 'a',
    type: 'Person',
    ...about,
  };
}

function consultant(): EntryOf<'consultant'> {
  return {
    kind: 'consultant',
    documentId: documentId('consultant'),
    locale: 'fr-CA',
    name: HOSTILE,
    licenceNumber: 'R000000',
    licenceClass: 'RCIC',
    registerUrl: HOSTILE_LINK,
    languages: ['fr'],
    recognition: { number: HOSTILE, expiresOn: '2028-01-01', state: 'valid' },
    presentation: HOSTILE,
    photo: { url: '/uploads/a.webp', mime: 'image/webp', width: 16, height: 9, alt: HOSTILE },
    position: 1,
  };
}

function programme(): EntryOf<'programme'> {
  return {
    kind: 'programme',
    documentId: documentId('programme'),
    locale: 'fr-CA',
    slug: 'programme-hostile',
    code: HOSTILE,
    name: HOSTILE,
    summary: HOSTILE,
    jurisdiction: 'QC',
    authority: HOSTILE,
    status: 'closed',
    since: '2026-01-01',
    source: HOSTILE_SOURCE,
    verifiedAt: '2026-01-02',
    history: [{ status: 'open', from: '2025-01-01', note: HOSTILE, source: HOSTILE_SOURCE }],
  };
}

function poll(): EntryOf<'poll'> {
  return {
    kind: 'poll',
    documentId: documentId('poll'),
    locale: 'fr-CA',
    slug: 'p',
    question: HOSTILE,
    intro: HOSTILE,
    selection: 'single',
    options: [
      { key: 'a', label: HOSTILE },
      { key: 'b', label: HOSTILE },
    ],
    min: 1,
    max: 1,
    resultsMode: 'after-vote',
    minVotesToShow: 10,
    opensAt: '2026-12-01T05:00:00Z',
    closesAt: null,
    state: 'upcoming',
    final: null,
  };
}

function page(): EntryOf<'page'> {
  return {
    kind: 'page',
    documentId: documentId('page'),
    locale: 'fr-CA',
    slug: 'page-hostile',
    title: HOSTILE,
    dek: HOSTILE,
    body: HOSTILE_BODY,
    seo: null,
    modifiedAt: '2026-05-04T13:00:00Z',
  };
}
