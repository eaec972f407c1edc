import type { BlockOf } from '@passerelle/contracts';
import { archiveFr } from './archive-fr.ts';
import { consultantsFr } from './consultants-fr.ts';
import { filesFr } from './files-fr.ts';
import { formsFr } from './forms-fr.ts';
import { inquiryFr } from './inquiry-fr.ts';
import { newsletterBoxFr } from './newsletter-box-fr.ts';
import { newsletterFr } from './newsletter-fr.ts';
import { personRequestFr } from './person-request-fr.ts';
import { pollsFr } from './polls-fr.ts';
import { glossaryFr, programmeFr, roundsFr } from './programmes-fr.ts';
import { searchFr } from './search-fr.ts';

/** Text of the site in French: the source, which English follows. Narrow spaces are written as escapes, to be seen. */
export const fr = {
  site: {
    skipToContent: 'Aller au contenu',
    home: 'Accueil',
    mainNavigation: 'Navigation principale',
    breadcrumbs: 'Fil d’Ariane',
    titleOf: (page: string, site: string) => `${page} | ${site}`,
    /** Name of the other language, for its own readers. */
    otherLanguage: 'English',
    otherLanguageList: 'English (news)',
    otherLanguagePolls: 'English (polls)',
    otherLanguageProgrammes: 'English (programs)',
    otherLanguageHome: 'English (home)',
  },

  footer: {
    navigation: 'Pied de page',
    identity: 'Qui nous sommes',
    reach: 'Nous joindre',
    hours: 'Heures d’ouverture',
    information: 'Informations',
    neq: (neq: string) => `NEQ\u00a0: ${neq}`,
    privacyOfficer: 'Protection des renseignements personnels',
    socials: 'Ailleurs sur le Web',
    privateSite: 'Un site privé, pas celui d’un gouvernement',
  },

  contact: {
    telephone: 'Téléphone',
    email: 'Courriel',
  },

  home: {
    description: (site: string, tagline: string) => `${site}\u00a0: ${tagline}`,
    lead: 'À la une',
    latest: 'Dernières nouvelles',
    allNews: 'Toutes les nouvelles',
    programmes: 'Les programmes en un coup d’œil',
    allProgrammes: 'Tous les programmes',
    categories: 'Par sujet',
    categoryEmpty: 'Aucun article pour le moment.',
    begin: 'Débuter votre démarche',
    beginText:
      'Une question sur votre dossier, un projet d’études, de travail ou d’installation\u202f? Appelez-nous ou écrivez-nous\u00a0: une personne vous répond pendant les heures d’ouverture.',
    /** While the practice may not offer Québec's programmes. */
    federal: 'Nous joindre',
    federalText:
      'Nous n’acceptons pas de mandat pour les programmes du Québec en ce moment. Pour une démarche auprès du gouvernement du Canada, une personne vous répond pendant les heures d’ouverture.',
    beginOnline: 'Commencer en ligne',
    beginPhone: (telephone: string) => `Appeler le ${telephone}`,
    beginContact: 'Toutes nos coordonnées',
  },

  news: {
    title: 'Nouvelles',
    description: 'L’actualité de l’immigration au Québec et au Canada, vérifiée et datée.',
    category: 'Sujet',
    empty: 'Aucun article n’est publié ici pour le moment.',
    archivePage: (title: string, page: number) => `${title}, archives, page\u00a0${page}`,
    archiveLabel: (page: number) => `Archives, page\u00a0${page}`,
    pagination: 'Pages de la liste',
    newer: 'Articles plus récents',
    older: 'Articles plus anciens',
    superseded: 'Remplacé par un article plus récent',
    feeds: 'Suivre par fil d’actualité\u00a0:',
    feedNames: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
    byCategory: 'Sujets',
    every: 'Tous les sujets',
  },

  article: {
    back: 'Retour aux nouvelles',
    share: 'Partager\u00a0:',
    shareByMail: 'Courriel',
    published: (date: string) => `Publié le ${date}`,
    updated: (date: string) => `Mis à jour le ${date}`,
    verified: (date: string) => `Information vérifiée le ${date}`,
    effective: (date: string) => `En vigueur à compter du ${date}`,
    by: (authors: string) => `Par ${authors}`,
    facts: 'En bref',
    programmes: 'Programmes concernés',
    sources: 'Sources',
    readOn: (date: string) => `consulté le ${date}`,
    corrections: 'Corrections',
    corrected: (date: string) => `Cet article a été corrigé le ${date}.`,
    seeCorrections: 'Voir les corrections',
    related: 'À lire ensuite',
    tags: 'Mots-clés',
    begin: 'Votre situation ressemble à celle-ci\u202f?',
    beginText: 'Chaque dossier est différent. Parlez-nous du vôtre avant de décider.',
    supersededTitle: 'Cet article a été remplacé.',
    supersededText: 'La version à jour\u00a0:',
    /** Read by someone looking for the other language. */
    onlyHere: 'This article exists in French only.',
    onlyHereLink: 'All news in English',
  },

  programme: programmeFr,
  rounds: roundsFr,
  glossary: glossaryFr,

  blocks: {
    contents: 'Sur cette page',
    callout: {
      note: 'À noter',
      important: 'Important',
      deadline: 'Date à retenir',
    } satisfies Record<BlockOf<'callout'>['tone'], string>,
    credit: (credit: string) => `Crédit\u00a0: ${credit}`,
    tableSource: (source: string) => `Source\u00a0: ${source}`,
    embedKind: (provider: string) => `Contenu sur ${provider}`,
    embedNotice: (provider: string) => `Rien n’est chargé depuis ${provider} avant que vous suiviez ce lien.`,
    /** In feeds, where one can't vote. */
    poll: {
      single: 'Une seule réponse parmi\u00a0:',
      multiple: 'Une ou plusieurs réponses parmi\u00a0:',
      opens: (date: string) => `Ouverture du vote\u00a0: ${date}`,
    },
  },

  polls: pollsFr,
  consultants: consultantsFr,

  feed: {
    title: (site: string) => `${site}\u00a0: nouvelles`,
    categoryTitle: (site: string, category: string) => `${site}\u00a0: ${category}`,
    /** Names a feed among the others of a page. */
    link: (title: string, format: string) => `${title} (${format})`,
    roundsTitle: (site: string, programme: string) => `${site}\u00a0: rondes d’invitations, ${programme}`,
  },

  notFound: {
    title: 'Page introuvable',
    text: 'Cette adresse ne mène à aucune page. Elle a peut-être changé, ou l’article a été retiré.',
    home: 'Aller à l’accueil',
    news: 'Voir les nouvelles',
  },

  forms: formsFr,
  newsletterBox: newsletterBoxFr,
  archive: archiveFr,
  inquiry: inquiryFr,
  search: searchFr,
  newsletter: newsletterFr,
  personRequest: personRequestFr,
  files: filesFr,
};

/** The shape every language has. */
export type Messages = typeof fr;
