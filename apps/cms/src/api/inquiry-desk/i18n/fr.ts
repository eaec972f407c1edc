import type { DeskRefusal, InquiryPriority, InquiryStatus } from '@passerelle/contracts';
import type { DeskAction } from '../domain/permissions.ts';

/** What the desk of inquiries says of itself; French is the source. */
export const fr = {
  refusals: {
    'changed-meanwhile':
      'Une autre personne a modifié cette demande entre-temps. Relisez-la, puis recommencez.',
    'transition-not-allowed': 'Cette demande ne peut pas passer à cet état.',
    'reason-missing': 'Indiquez un motif.',
    'assignee-missing': 'Attribuez d’abord la demande à quelqu’un.',
    'assignee-unknown': 'Cette personne ne peut pas traiter de demandes.',
    'not-confirmed': 'L’adresse n’est pas confirmée\u00a0: aucune réponse ne peut y être envoyée.',
    'reply-not-waiting': 'Cette réponse n’attend plus d’approbation.',
    'address-unusable': 'Aucun courriel ne peut être envoyé à cette adresse. Téléphonez plutôt.',
    'advice-as-information':
      'Ce texte vient d’un modèle de conseil\u00a0: il part comme conseil, ou sans ces passages.',
    'view-name-taken': 'Vous avez déjà une vue de ce nom.',
    'too-many-views': 'Vous avez déjà 30 vues. Supprimez-en une d’abord.',
  } satisfies Record<DeskRefusal, string>,
  /** In a preview, in place of a signature. */
  approver: '(nom de qui approuve)',
  /** Beside the number of an account. */
  departed: 'compte supprimé',
  /** Permissions, as the settings of roles show them. */
  category: 'Demandes',
  actions: {
    read: 'Lire les demandes',
    work: 'Traiter les demandes et y répondre',
    approve: 'Donner et approuver un conseil',
    export: 'Exporter les demandes',
    hold: 'Suspendre l’effacement d’une demande',
  } satisfies Record<DeskAction, string>,
  roles: {
    'passerelle-intake-agent': {
      name: 'Agent d’accueil',
      description: 'Lit les demandes, les traite et y répond par de l’information.',
    },
    'passerelle-licensee': {
      name: 'Titulaire de permis',
      description: 'Traite les demandes, donne et approuve les conseils.',
    },
    'passerelle-privacy-officer': {
      name: 'Responsable de la protection',
      description: 'Lit et exporte les demandes, suspend leur effacement.',
    },
  },
  statuses: {
    unconfirmed: 'À confirmer',
    new: 'Nouvelle',
    triaged: 'Triée',
    assigned: 'Attribuée',
    'awaiting-client': 'En attente du client',
    'consultation-booked': 'Consultation fixée',
    converted: 'Mandat signé',
    declined: 'Refusée',
    referred: 'Dirigée ailleurs',
    spam: 'Indésirable',
    closed: 'Fermée',
  } satisfies Record<InquiryStatus, string>,
  priorities: {
    low: 'Basse',
    normal: 'Normale',
    high: 'Haute',
    urgent: 'Urgente',
  } satisfies Record<InquiryPriority, string>,
  table: {
    fileName: 'demandes',
    header: [
      'Référence',
      'État',
      'Priorité',
      'Reçue',
      'À répondre avant',
      'Première réponse',
      'Langue',
      'Programme',
      'Étiquettes',
      'Attribuée à',
      'Nom',
      'Courriel',
      'Téléphone',
      'Pays',
    ],
  },
  report: {
    fileName: 'delais-de-reponse',
    header: ['Regroupement', 'Valeur', 'Reçues', 'Répondues', 'Médiane (heures)', '90ᵉ centile (heures)'],
    all: 'Toutes',
    week: 'Semaine du',
    programme: 'Programme',
    none: 'Aucun',
  },
};

/** Every text of the desk, the same in each language. */
export type InquiryDeskTexts = typeof fr;
