import type { Labels } from './i18n/labels-fr.ts';

export type Uid = keyof Labels;
export interface View<Field extends string = string> {
  /** Names a document in titles and relation pickers, and a block when it is folded. */
  mainField?: Field;
  /** Rows of the form: each field and how many of the twelve columns it takes, in order. */
  edit: readonly { readonly [F in Field]?: number }[];
  /** Columns of the list, before the state; absent for what has no list. */
  list?: readonly (Field | 'updatedAt')[];
  sort?: readonly [field: Field | 'updatedAt', order: 'ASC' | 'DESC'];
  /** Filled in by the site alone. */
  readOnly?: readonly Field[];
}

/** How editors see each content type and component. */
export const views: { readonly [U in Uid]: View<keyof Labels[U] & string> } = {
  'api::article.article': {
    mainField: 'title',
    list: ['title', 'category', 'updatedAt'],
    sort: ['updatedAt', 'DESC'],
    edit: [
      { title: 8, slug: 4 },
      { dek: 12 },
      { body: 12 },
      { cover: 6, coverAlt: 6 },
      { coverDecorative: 6 },
      { category: 6, tags: 6 },
      { authors: 6, programmes: 6 },
      { verifiedAt: 4, reviewBy: 4, effectiveFrom: 4 },
      { publicSince: 6 },
      { sources: 12 },
      { supersededBy: 6, pinnedRelated: 6 },
      { corrections: 12 },
      { seo: 12 },
    ],
  },
  'api::page.page': {
    mainField: 'title',
    list: ['title', 'slug', 'updatedAt'],
    sort: ['title', 'ASC'],
    edit: [{ title: 8, slug: 4 }, { dek: 12 }, { body: 12 }, { seo: 12 }],
  },
  'api::category.category': {
    mainField: 'name',
    list: ['name', 'slug', 'updatedAt'],
    sort: ['name', 'ASC'],
    edit: [{ name: 8, slug: 4 }, { description: 12 }],
  },
  'api::tag.tag': {
    mainField: 'name',
    list: ['name', 'slug', 'updatedAt'],
    sort: ['name', 'ASC'],
    edit: [{ name: 8, slug: 4 }],
  },
  'api::author.author': {
    mainField: 'name',
    list: ['name', 'type', 'role', 'updatedAt'],
    sort: ['name', 'ASC'],
    edit: [{ name: 8, slug: 4 }, { type: 4, role: 8 }, { bio: 12 }],
  },
  'api::programme.programme': {
    mainField: 'name',
    list: ['name', 'code', 'standing', 'verifiedAt'],
    sort: ['name', 'ASC'],
    edit: [
      { name: 8, code: 4 },
      { slug: 6 },
      { summary: 12 },
      { jurisdiction: 4, authority: 8 },
      { standing: 4, since: 4, verifiedAt: 4 },
      { source: 12 },
      { history: 12 },
    ],
  },
  'api::round.round': {
    mainField: 'date',
    list: ['date', 'programme', 'stream', 'invitations'],
    sort: ['date', 'DESC'],
    edit: [
      { programme: 8, date: 4 },
      { stream: 8, number: 4 },
      { invitations: 6, lowestScore: 6 },
      { note: 12 },
      { source: 12 },
    ],
  },
  'api::term.term': {
    mainField: 'name',
    list: ['name', 'acronym', 'updatedAt'],
    sort: ['name', 'ASC'],
    edit: [
      { name: 8, acronym: 4 },
      { definition: 12 },
      { aliases: 8, slug: 4 },
      { programme: 6 },
      { sources: 12 },
    ],
  },
  'api::consultant.consultant': {
    mainField: 'name',
    list: ['name', 'licenceClass', 'recognitionExpiresOn', 'updatedAt'],
    sort: ['name', 'ASC'],
    edit: [
      { name: 8, position: 4 },
      { licenceNumber: 4, licenceClass: 4, languages: 4 },
      { registerUrl: 12 },
      { recognitionNumber: 6, recognitionExpiresOn: 6 },
      { presentation: 12 },
      { photo: 6, photoAlt: 6 },
    ],
  },
  'api::desk-setting.desk-setting': {
    edit: [{ responseDays: 4 }, { openings: 12 }, { closedDays: 12 }, { retention: 12 }],
  },
  'api::reply-template.reply-template': {
    mainField: 'name',
    list: ['name', 'replyKind', 'updatedAt'],
    sort: ['name', 'ASC'],
    edit: [{ name: 8, replyKind: 4 }, { subject: 12 }, { body: 12 }, { asksForFiles: 6 }],
  },
  'api::incident.incident': {
    mainField: 'title',
    list: ['title', 'discoveredOn', 'seriousRisk', 'updatedAt'],
    sort: ['discoveredOn', 'DESC'],
    edit: [
      { title: 8, discoveredOn: 4 },
      { occurredOn: 8, persons: 4 },
      { circumstances: 12 },
      { information: 12 },
      { seriousRisk: 4, commissionToldOn: 4, personsToldOn: 4 },
      { assessment: 12 },
      { measures: 12 },
    ],
  },
  'api::processor.processor': {
    mainField: 'name',
    list: ['name', 'place', 'outsideQuebec', 'endedOn', 'updatedAt'],
    sort: ['name', 'ASC'],
    edit: [
      { name: 8, endedOn: 4 },
      { service: 12 },
      { information: 12 },
      { place: 8, outsideQuebec: 4 },
      { assessedOn: 4, agreedOn: 4 },
    ],
  },
  'api::organization.organization': {
    mainField: 'tradeName',
    edit: [
      { tradeName: 6, legalName: 6 },
      { tagline: 8, neq: 4 },
      { telephone: 6, email: 6 },
      { address: 12 },
      { openingHours: 12 },
      { privacyOfficer: 12 },
      { disclaimer: 6, senderBlock: 6 },
      { takesQuebecMandates: 6 },
      { navigation: 12 },
      { footerNavigation: 12 },
      { socials: 12 },
    ],
  },
  'api::redirect.redirect': {
    mainField: 'from',
    list: ['from', 'to', 'answer', 'origin'],
    sort: ['updatedAt', 'DESC'],
    edit: [
      { from: 6, to: 6 },
      { answer: 6, origin: 6 },
    ],
    readOnly: ['origin'],
  },
  'api::poll.poll': {
    mainField: 'question',
    list: ['question', 'opensAt', 'closesAt', 'updatedAt'],
    sort: ['updatedAt', 'DESC'],
    edit: [
      { question: 8, slug: 4 },
      { intro: 12 },
      { options: 12 },
      { selection: 4, min: 4, max: 4 },
      { opensAt: 6, closesAt: 6 },
      { resultsMode: 6, minVotesToShow: 6 },
    ],
  },
  'api::campaign.campaign': {
    mainField: 'subject',
    list: ['subject', 'audience', 'updatedAt'],
    sort: ['updatedAt', 'DESC'],
    edit: [
      { subject: 12 },
      { preheader: 12 },
      { intro: 12 },
      { body: 12 },
      { articles: 12 },
      { audience: 6, frequency: 6 },
      { topics: 6, programmes: 6 },
      { joinedFrom: 6, joinedTo: 6 },
    ],
  },
  'api::guide.guide': {
    mainField: 'start',
    edit: [{ start: 6, effectiveOn: 3, version: 3 }, { questions: 12 }, { pages: 12 }],
    readOnly: ['version'],
  },
  'api::consent-text.consent-text': {
    mainField: 'label',
    list: ['purpose', 'number', 'label', 'updatedAt'],
    sort: ['updatedAt', 'DESC'],
    edit: [{ purpose: 6, number: 6 }, { label: 12 }, { text: 12 }],
  },
  'api::issue.issue': {
    mainField: 'title',
    list: ['title', 'edition', 'sentAt'],
    sort: ['sentAt', 'DESC'],
    edit: [{ title: 8, slug: 4 }, { edition: 4, sentAt: 4, issue: 4 }, { text: 12 }],
    readOnly: ['edition', 'sentAt', 'issue'],
  },
  'blocks.rich-text': { edit: [{ content: 12 }] },
  'blocks.figure': {
    mainField: 'alt',
    edit: [{ image: 6, alt: 6 }, { decorative: 6 }, { caption: 8, credit: 4 }],
  },
  'blocks.callout': {
    mainField: 'title',
    edit: [{ title: 8, tone: 4 }, { content: 12 }],
  },
  'blocks.table': {
    mainField: 'caption',
    edit: [{ caption: 8, rowHeaders: 4 }, { cells: 12 }, { sourceLabel: 6, sourceUrl: 6 }],
  },
  'blocks.quote': {
    mainField: 'attribution',
    edit: [{ text: 12 }, { attribution: 8, lang: 4 }, { url: 12 }],
  },
  'blocks.embed': {
    mainField: 'title',
    edit: [{ url: 12 }, { title: 8, provider: 4 }],
  },
  'blocks.poll': { edit: [{ poll: 12 }] },
  'blocks.call-to-action': {
    mainField: 'title',
    edit: [{ title: 12 }, { text: 12 }, { label: 6, href: 6 }, { quebec: 6 }],
  },
  'blocks.consultants': { mainField: 'title', edit: [{ title: 8, verification: 4 }] },
  'guide.question': { mainField: 'title', edit: [{ title: 8, key: 4 }, { hint: 12 }, { options: 12 }] },
  'guide.option': {
    mainField: 'label',
    edit: [{ label: 8, key: 4 }, { leadsTo: 6, target: 6 }, { hint: 12 }],
  },
  'guide.page': {
    mainField: 'title',
    edit: [{ title: 8, key: 4 }, { tone: 4, leadsTo: 4, target: 4 }, { body: 12 }, { addresses: 12 }],
  },
  'guide.address': {
    mainField: 'name',
    edit: [{ name: 8, readOn: 4 }, { telephone: 4, url: 8 }, { note: 12 }],
  },
  'shared.address': {
    mainField: 'street',
    edit: [{ street: 12 }, { city: 4, province: 2, postalCode: 4, country: 2 }],
  },
  'shared.correction': {
    mainField: 'date',
    edit: [{ date: 4, text: 8 }],
  },
  'shared.navigation-item': {
    mainField: 'label',
    edit: [{ label: 6, href: 6 }],
  },
  'desk.opening': { edit: [{ weekday: 4, opensAt: 4, closesAt: 4 }] },
  'desk.closed-day': { mainField: 'label', edit: [{ day: 4, label: 8 }] },
  'desk.retention': {
    edit: [
      { unconfirmed: 4, spam: 4, declined: 4 },
      { referred: 4, awaitingClient: 4, closed: 4 },
      { converted: 4 },
    ],
  },
  'shared.opening-hours': {
    mainField: 'days',
    edit: [{ days: 6, hours: 6 }],
  },
  'shared.option': {
    mainField: 'label',
    edit: [{ label: 8, key: 4 }],
  },
  'shared.privacy-officer': {
    mainField: 'title',
    edit: [{ title: 6, email: 6 }],
  },
  'shared.seo': { mainField: 'title', edit: [{ title: 12 }, { description: 12 }, { noindex: 4 }] },
  'shared.social': {
    mainField: 'network',
    edit: [{ network: 4, url: 8 }],
  },
  'shared.status-change': {
    mainField: 'from',
    edit: [{ standing: 6, from: 6 }, { note: 12 }, { source: 12 }],
  },
  'shared.source': {
    mainField: 'title',
    edit: [{ title: 8, lang: 4 }, { publisher: 8, readOn: 4 }, { url: 12 }],
  },
};
