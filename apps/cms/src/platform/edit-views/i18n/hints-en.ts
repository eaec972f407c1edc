import type { hintsFr } from './hints-fr.ts';

const SLUG = 'Last part of the public address. Left empty, it is made from the title.';
const ALT = 'What the image shows, for those who can’t see it. Required, unless it is decorative.';
const DECORATIVE = 'The image says no more than the text: those who can’t see it will hear nothing of it.';
const SEO = 'Only to say something else than the title and the standfirst.';

/** The same lines in English, where the admin is shown in English. */
export const hintsEn = {
  'api::article.article': {
    slug: SLUG,
    dek: 'One or two sentences, shown below the title and in lists.',
    coverAlt: ALT,
    coverDecorative: DECORATIVE,
    effectiveFrom: 'The day on which what the article says comes into force.',
    verifiedAt: 'Shown to readers: “Information verified on…”.',
    reviewBy: 'The day before which the article has to be read again.',
    supersededBy: 'The article that replaces it: a banner leads readers there.',
    pinnedRelated: 'Shown before those the site chooses.',
    corrections: 'Shown at the end of the article, with their dates.',
    seo: SEO,
    publicSince: 'Filled in on first publication. Changing it moves the article in lists.',
  },
  'api::page.page': { slug: SLUG, seo: SEO },
  'api::category.category': { slug: SLUG },
  'api::tag.tag': { slug: SLUG },
  'api::author.author': { slug: SLUG },
  'api::programme.programme': {
    slug: 'Last part of the public address. Left empty, it is made from the acronym.',
    history: 'Each change of standing, with its day and source, in any order.',
    standing: 'Shown on the articles about the programme.',
    verifiedAt: 'The day on which this standing was verified at the source.',
  },
  'api::round.round': {
    stream: 'Empty if the round is for the whole programme.',
    number: 'The one the authority gives the round, if there is one.',
    lowestScore: 'Empty if it isn’t published: never enter an estimate.',
  },
  'api::term.term': {
    slug: 'The term’s place in the glossary. Left empty, it is made from the term.',
    aliases: 'One per line, plurals included: articles lead from them to the glossary.',
    programme: 'The one the term is about, if there is one.',
  },
  'api::desk-setting.desk-setting': {
    responseDays: 'What whoever writes to us is told, not counting the day of receipt.',
    openings: 'Empty: Monday to Friday, 9 a.m. to 5 p.m.',
    closedDays: 'Québec’s holidays are known already.',
    retention:
      'Days since a request was last changed, after which it is erased, at night. Empty: the usual ones.',
  },
  'api::reply-template.reply-template': {
    replyKind: 'Advice waits for the approval of a licensee before it goes.',
    subject: 'The mail adds the reference at the end.',
    body: 'Merge fields: {{salutation}}, {{nom}}, {{reference}}, {{programme}}, {{prochaine-etape}}. The mail adds the signature.',
    asksForFiles: 'The protected link goes below the text; it can be left out when answering.',
  },
  'api::incident.incident': {
    circumstances: 'Without names of persons.',
    occurredOn: 'The day, or the period where the day isn’t known.',
    seriousRisk: 'If so, the Commission and the persons are told with diligence.',
  },
  'api::organization.organization': {
    senderBlock: 'Name, address and contact at the end of every mailing.',
    takesQuebecMandates: 'Needs a consultant recognized by the Ministry.',
    disclaimer: 'At the end of every page: a private site, not the government’s.',
  },
  'api::consultant.consultant': {
    name: 'As the College’s public register writes it.',
    licenceNumber: 'R and six digits.',
    languages: 'Codes separated by commas: fr, en, es.',
    recognitionNumber: 'Empty without a recognition; otherwise, with the date.',
    recognitionExpiresOn:
      'Last day of validity. After it the site offers nothing for Québec, except by somebody else who is recognized.',
    photoAlt: ALT,
    position: 'Lower ones first.',
  },
  'api::redirect.redirect': {
    from: 'A path of the site, such as /actualites/.',
    to: 'A path of the site or a whole address. Empty for a page that was taken away.',
    origin: 'Filled in by the site.',
  },
  'api::poll.poll': {
    slug: SLUG,
    options: 'The same keys, in the same order, in French and in English.',
    min: 'When several answers are allowed; 1 when empty.',
    max: 'When several answers are allowed; all when empty.',
  },
  'api::campaign.campaign': {
    preheader: 'The line that mail programs show beside the subject.',
    articles: 'Published, in each language of the mailing: their title, standfirst and a link.',
    audience: 'Each person receives the mailing in their language.',
    frequency: 'Empty: all.',
    topics: 'Empty: all. Whoever chose no topic receives all of them.',
    programmes: 'Empty: all. Whoever chose no programme receives all of them.',
    joinedFrom: 'First day included, Toronto time.',
    joinedTo: 'Last day included, Toronto time.',
  },
  'api::guide.guide': {
    version: 'Rises by itself when a publication changes the questions or the ways.',
    questions: 'The same keys and the same ways in French and in English.',
    pages: 'General information, never a verdict on whether the person is eligible.',
  },
  'api::consent-text.consent-text': {
    number: 'Once published, the words don’t change any more: a new text takes the next number.',
    label: 'Beside the box to tick, or the title of the notice.',
  },
  'api::issue.issue': {
    title: 'Made by itself once the issue has been sent. Unpublish it to take it out of the site’s archive.',
  },
  'blocks.figure': { alt: ALT, decorative: DECORATIVE },
  'blocks.table': {
    cells: 'One row per line, cells separated by |. The first line is the header.',
  },
  'blocks.quote': { lang: 'If it isn’t that of the article: fr, es…' },
  'blocks.embed': { provider: 'The site that keeps this content, named to readers before they ask for it.' },
  'blocks.call-to-action': { quebec: 'Shown only while a recognition by the Ministry is valid.' },
  'guide.question': {
    key: 'Lower-case letters without accents, digits and hyphens; the same in both languages.',
  },
  'guide.option': { target: 'That of the question or page; empty for the form.' },
  'guide.page': {
    tone: 'An urgent page shows the telephone first; an exit says where else to turn.',
    target: 'That of the question or page; empty for the form or the end.',
  },
  'guide.address': { readOn: 'The day on which the details were checked at their source.' },
  'shared.source': { lang: 'If it isn’t that of the page: en, fr…' },
  'shared.option': { key: 'Doesn’t change any more once the poll is published.' },
} satisfies { [Uid in keyof typeof hintsFr]: { [Field in keyof (typeof hintsFr)[Uid]]: string } };
