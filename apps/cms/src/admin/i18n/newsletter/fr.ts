import type { DeskAction } from '../../../api/newsletter-desk/domain/requests.ts';
import type { IssueProblem, IssueState } from '../../../newsletter/domain/issue.ts';
import type { AccountPart } from '../../newsletter/account-parts.ts';
import type { LocalTime } from '../../times/local-times.ts';

const problems: Readonly<Record<string, string | undefined>> = {
  'sender-missing':
    'il manque les coordonnées de l’organisation, une personne consultante ou la raison de l’envoi',
  'too-large': 'le message est trop long pour certains logiciels',
  'subject-malformed': 'l’objet ne peut pas être envoyé',
  'unsubscribe-missing': 'le lien de désabonnement manque',
  'text-missing': 'la partie en texte brut manque',
  'recognition-expired': 'il invite à une démarche au Québec, et aucune reconnaissance n’est valide',
  authentication: 'le serveur de courriel refuse la connexion',
  'sender-refused': 'le serveur de courriel refuse l’adresse d’envoi',
  preparation: 'ses envois n’ont pas pu être préparés, cinq fois de suite',
  'failures-in-a-row': 'trop d’échecs de suite',
} satisfies Record<IssueProblem, string>;

/** What the home page says of issues of the newsletter, in French; the source. */
export const newsletterFr = {
  list: 'Envois de l’infolettre',
  none: 'Rien n’a encore été envoyé.',
  unreachable: 'Les envois n’ont pas pu être lus.',
  failed: 'Cela n’a pas pu se faire. La liste vient d’être relue\u00a0: recommencez au besoin.',
  title: (name: string, { clock, day }: LocalTime) =>
    day === null ? `${name}, ${clock}` : `${name}, ${day}, ${clock}`,
  scheduled: ({ clock, day }: LocalTime) =>
    day === null ? `Prévu à ${clock}` : `Prévu le ${day} à ${clock}`,
  names: {
    instant: 'À chaque nouvelle',
    daily: 'Quotidienne',
    weekly: 'Hebdomadaire',
    monthly: 'Mensuelle',
    campaign: 'Envoi',
  },
  states: {
    draft: 'Brouillon',
    held: 'Attend une personne',
    approved: 'Approuvé',
    preparing: 'En préparation',
    sending: 'En cours d’envoi',
    paused: 'Suspendu',
    finished: 'Terminé',
    cancelled: 'Annulé',
  } satisfies Record<IssueState, string>,
  /** By code: one that is stored may be of another version. */
  problems,
  account: {
    sent: 'Envoyés',
    bounced: 'Revenus',
    open: 'À envoyer',
    failed: 'Échecs',
    uncertain: 'Incertains',
    skipped: 'Retirés',
    excluded: 'Sans nouveauté ou non visés',
  } satisfies Record<AccountPart, string>,
  counted: (name: string, value: string) => `${name}\u00a0: ${value}`,
  wrong: 'Le compte n’est pas juste\u00a0: prévenez la personne qui s’occupe du site.',
  actions: {
    test: 'M’envoyer un essai',
    hold: 'Retenir',
    approve: 'Approuver',
    start: 'Envoyer maintenant',
    pause: 'Suspendre',
    resume: 'Reprendre',
    cancel: 'Annuler l’envoi',
    'send-again': 'Renvoyer les incertains',
  } satisfies Record<DeskAction, string>,
  tested: 'L’essai est parti à votre adresse.',
  askCancel: 'Ce qui n’est pas encore parti ne partira pas. Cela ne se défait pas.',
  askAgain:
    'Certains abonnés ont peut-être déjà reçu ce courriel\u00a0: ils le recevraient deux fois. Vérifiez d’abord le journal du serveur de courriel.',
};

/** The same texts in another language. */
export type NewsletterTexts = typeof newsletterFr;
