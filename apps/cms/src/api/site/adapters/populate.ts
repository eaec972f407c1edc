import type { EntryKind } from '@passerelle/contracts';

/**
 * What is read of each kind, fixed here and nowhere else: the columns the contract needs and the relations'
 * document ids. Nothing a caller sends can widen it.
 */

const DOCUMENT = { select: ['documentId'] };
const FILE = { select: ['url', 'mime', 'width', 'height', 'updatedAt', 'focalPoint'] };
const ALL = true;

const BODY = {
  on: {
    'blocks.rich-text': ALL,
    'blocks.figure': { populate: { image: FILE } },
    'blocks.callout': ALL,
    'blocks.table': ALL,
    'blocks.quote': ALL,
    'blocks.embed': ALL,
    'blocks.poll': { populate: { poll: DOCUMENT } },
    'blocks.call-to-action': ALL,
    'blocks.consultants': ALL,
  },
};

const populates: Record<EntryKind, Record<string, unknown>> = {
  article: {
    body: BODY,
    cover: FILE,
    category: DOCUMENT,
    tags: DOCUMENT,
    authors: DOCUMENT,
    programmes: DOCUMENT,
    sources: ALL,
    supersededBy: DOCUMENT,
    corrections: ALL,
    pinnedRelated: DOCUMENT,
    seo: ALL,
  },
  category: {},
  tag: {},
  author: {},
  programme: { source: ALL, history: { populate: { source: ALL } } },
  consultant: { photo: FILE },
  organization: {
    address: ALL,
    privacyOfficer: ALL,
    openingHours: ALL,
    navigation: ALL,
    footerNavigation: ALL,
    socials: ALL,
  },
  page: { body: BODY, seo: ALL },
  redirect: {},
  poll: { options: ALL },
  round: { programme: DOCUMENT, source: ALL },
  term: { programme: DOCUMENT, sources: ALL },
  guide: { questions: { populate: { options: ALL } }, pages: { populate: { addresses: ALL } } },
  'consent-text': {},
  processor: {},
  issue: {},
};

/** The relations, components and files read with a row of this kind. */
export function populateOf(kind: EntryKind): Record<string, unknown> {
  return populates[kind];
}
