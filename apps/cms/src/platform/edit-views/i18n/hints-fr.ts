import type { Labels } from './labels-fr.ts';

export type Hints = { readonly [Uid in keyof Labels]?: { readonly [Field in keyof Labels[Uid]]?: string } };

const SLUG = 'Dernière partie de l’adresse publique. Laissé vide, il est tiré du titre.';
const ALT = 'Ce que montre l’image, pour qui ne la voit pas. Obligatoire, sauf si elle est décorative.';
const DECORATIVE = 'L’image ne dit rien de plus que le texte : qui ne la voit pas n’en saura rien.';

/** The line below a field, as the CMS keeps it; fields whose label says enough have none. */
export const hintsFr = {
  'api::article.article': {
    slug: SLUG,
    dek: 'Une ou deux phrases, montrées sous le titre et dans les listes.',
    coverAlt: ALT,
    coverDecorative: DECORATIVE,
    effectiveFrom: 'Le jour où ce que dit l’article entre en vigueur.',
    verifiedAt: 'Montré au lecteur : « Information vérifiée le… ».',
    reviewBy: 'Le jour avant lequel relire l’article.',
    supersededBy: 'L’article qui le remplace : un bandeau y mène le lecteur.',
    pinnedRelated: 'Montrés avant ceux que le site choisit.',
    corrections: 'Montrés au bas de l’article, avec leur date.',
    seo: 'Seulement pour dire autre chose que le titre et le chapeau.',
    publicSince: 'Remplie à la première publication. La changer déplace l’article dans les listes.',
  },
  'api::page.page': {
    slug: SLUG,
    seo: 'Seulement pour dire autre chose que le titre et le chapeau.',
  },
  'api::category.category': { slug: SLUG },
  'api::tag.tag': { slug: SLUG },
  'api::author.author': { slug: SLUG },
  'api::programme.programme': {
    slug: 'Dernière partie de l’adresse publique. Laissé vide, il est tiré du sigle.',
    history: 'Chaque changement d’état, avec son jour et sa source, dans n’importe quel ordre.',
    standing: 'Montré sur les articles du programme.',
    verifiedAt: 'Le jour où cet état a été vérifié à la source.',
  },
  'api::round.round': {
    stream: 'Vide si la ronde vise tout le programme.',
    number: 'Celui que l’autorité donne à la ronde, s’il y en a un.',
    lowestScore: 'Vide s’il n’est pas publié : n’inscrivez jamais une estimation.',
  },
  'api::term.term': {
    slug: 'Le lieu du terme dans le glossaire. Laissé vide, il est tiré du terme.',
    aliases: 'Une par ligne, pluriels compris : les articles y mènent au glossaire.',
    programme: 'Celui dont le terme parle, s’il y en a un.',
  },
  'api::desk-setting.desk-setting': {
    responseDays: 'Le délai que l’on annonce à qui nous écrit, le jour de réception non compris.',
    openings: 'Vide : du lundi au vendredi, de 9 h à 17 h.',
    closedDays: 'Les jours fériés du Québec sont déjà connus.',
    retention:
      'Jours depuis le dernier changement d’une demande, après lesquels elle est effacée, la nuit. Vide : les durées habituelles.',
  },
  'api::reply-template.reply-template': {
    replyKind: 'Un conseil attend l’approbation d’un titulaire de permis avant de partir.',
    subject: 'La référence est ajoutée à la fin par le courriel.',
    body: 'Champs de fusion : {{salutation}}, {{nom}}, {{reference}}, {{programme}}, {{prochaine-etape}}. La signature est ajoutée par le courriel.',
    asksForFiles: 'Le lien d’envoi protégé est mis sous le texte; on peut l’enlever au moment de répondre.',
  },
  'api::incident.incident': {
    circumstances: 'Sans nom de personne.',
    occurredOn: 'Le jour, ou la période si le jour n’est pas connu.',
    seriousRisk: 'Si oui, la Commission et les personnes sont avisées avec diligence.',
  },
  'api::organization.organization': {
    senderBlock: 'Nom, adresse et coordonnées au bas de chaque envoi.',
    takesQuebecMandates: 'Demande une consultante ou un consultant reconnu par le Ministère.',
    disclaimer: 'Au bas de chaque page : un site privé, qui n’est pas celui du gouvernement.',
  },
  'api::consultant.consultant': {
    name: 'Tel que l’écrit le registre public du Collège.',
    licenceNumber: 'R et six chiffres.',
    languages: 'Codes séparés par des virgules : fr, en, es.',
    recognitionNumber: 'Vide sans reconnaissance; sinon, avec la date.',
    recognitionExpiresOn:
      'Dernier jour de validité. Passé ce jour, le site ne propose plus rien pour le Québec, sauf par une autre personne reconnue.',
    photoAlt: 'Ce que montre l’image, pour qui ne la voit pas. Vide si elle est décorative.',
    position: 'Les plus petits d’abord.',
  },
  'api::redirect.redirect': {
    from: 'Un chemin du site, comme /actualites/.',
    to: 'Un chemin du site ou une adresse entière. Vide pour une page retirée.',
    origin: 'Remplie par le site.',
  },
  'api::poll.poll': {
    slug: SLUG,
    options: 'Les mêmes clés, dans le même ordre, en français et en anglais.',
    min: 'Si plusieurs réponses sont permises; 1 si vide.',
    max: 'Si plusieurs réponses sont permises; toutes si vide.',
  },
  'api::campaign.campaign': {
    preheader: 'La ligne que les messageries montrent à côté de l’objet.',
    articles: 'Publiés, dans chaque langue de l’envoi : leur titre, leur chapeau et un lien.',
    audience: 'Chaque personne reçoit l’envoi dans sa langue.',
    frequency: 'Vide : toutes.',
    topics: 'Vide : tous. Qui n’a choisi aucun sujet les reçoit tous.',
    programmes: 'Vide : tous. Qui n’a choisi aucun programme les reçoit tous.',
    joinedFrom: 'Premier jour compris, à l’heure de Toronto.',
    joinedTo: 'Dernier jour compris, à l’heure de Toronto.',
  },
  'api::guide.guide': {
    version: 'Monte d’elle-même quand une publication change les questions ou les chemins.',
    questions: 'Les mêmes clés et les mêmes chemins en français et en anglais.',
    pages: 'Une information générale, jamais un avis sur l’admissibilité de la personne.',
  },
  'api::consent-text.consent-text': {
    number: 'Une fois publiés, les mots ne changent plus : un nouveau texte prend le numéro suivant.',
    label: 'À côté de la case à cocher, ou titre de l’avis.',
  },
  'api::issue.issue': {
    title: 'Fait tout seul quand l’envoi est terminé. Dépubliez-le pour le retirer des archives du site.',
  },
  'blocks.figure': { alt: ALT, decorative: DECORATIVE },
  'blocks.table': {
    cells: 'Une rangée par ligne, les cellules séparées par |. La première ligne est l’en-tête.',
  },
  'blocks.quote': { lang: 'Si ce n’est pas celle de l’article : en, es…' },
  'blocks.embed': { provider: 'Le site qui garde ce contenu, nommé au lecteur avant qu’il le demande.' },
  'blocks.call-to-action': {
    quebec: 'Montré seulement tant qu’une reconnaissance du Ministère est valide.',
  },
  'guide.question': {
    key: 'Minuscules sans accent, chiffres et traits d’union; la même dans les deux langues.',
  },
  'guide.option': { target: 'Celle de la question ou de la page; vide pour le formulaire.' },
  'guide.page': {
    tone: 'Une urgence montre d’abord le téléphone; une sortie dit où s’adresser ailleurs.',
    target: 'Celle de la question ou de la page; vide pour le formulaire ou la fin.',
  },
  'guide.address': { readOn: 'Le jour où les coordonnées ont été vérifiées à leur source.' },
  'shared.source': { lang: 'Si ce n’est pas celle de la page : en, fr…' },
  'shared.option': { key: 'Ne change plus une fois le sondage publié.' },
} satisfies Hints;
