import type { ImportFault, ImportStop, SubscriberStatus } from '@passerelle/contracts';
import type { ReaderAction } from '../domain/permissions.ts';

/** What the readers' desk says of itself; French is the source. */
export const fr = {
  category: 'Lecteurs de l’infolettre',
  actions: {
    look: 'Chercher un lecteur, le désabonner et produire son dossier de preuve',
    import: 'Importer des lecteurs',
    export: 'Exporter les lecteurs',
  } satisfies Record<ReaderAction, string>,
  faults: {
    'email-missing': 'L’adresse manque.',
    'email-wrong': 'L’adresse n’en est pas une.',
    'locale-unknown': 'La langue n’est ni le français ni l’anglais.',
    'topic-unknown': 'Un sujet n’est pas une catégorie du site.',
    'programme-unknown': 'Un programme n’est pas de ceux du site.',
    'frequency-unknown': 'La fréquence n’est pas connue.',
    'date-wrong': 'La date du consentement s’écrit AAAA-MM-JJ.',
    'date-future': 'La date du consentement est dans l’avenir.',
    'too-long': 'Un texte du consentement est trop long.',
    'columns-missing': 'Il manque des colonnes à cette ligne.',
  } satisfies Record<ImportFault, string>,
  stops: {
    empty: 'Le fichier est vide.',
    'not-csv': 'À partir d’ici, le fichier n’est plus un tableau CSV\u00a0: un guillemet ne se ferme pas.',
    'encoding-unknown': 'Le fichier est en UTF-16. Enregistrez-le en UTF-8, puis recommencez.',
    'too-large': 'Le fichier dépasse 64\u00a0Mo.',
    'too-many-rows': 'Le fichier a plus de 100\u00a0000\u00a0lignes. Les lignes d’avant sont traitées.',
  } satisfies Record<ImportStop, string>,
  fileName: 'lecteurs',
  header: [
    'Adresse',
    'État',
    'Langue',
    'Sujets',
    'Programmes',
    'Fréquence',
    'Inscription',
    'Confirmation',
    'Fin',
    'Texte du consentement',
    'Page',
    'Version du formulaire',
  ],
  statuses: {
    pending: 'En attente',
    unproven: 'Sans preuve',
    active: 'Active',
    paused: 'En pause',
    unsubscribed: 'Désabonnée',
    suppressed: 'Écartée',
  } satisfies Record<SubscriberStatus, string>,
};

/** Every text of the readers' desk, the same in each language. */
export type ReaderDeskTexts = typeof fr;
