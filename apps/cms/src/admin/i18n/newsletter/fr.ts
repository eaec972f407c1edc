import type { DeskAction } from '../../../api/newsletter-desk/domain/requests.ts';
import type { DeliveryState } from '../../../newsletter/domain/accounting.ts';
import type { IssueProblem, IssueState } from '../../../newsletter/domain/issue.ts';
import type { LocalTime } from '../../times/local-times.ts';

type Deliveries = Readonly<Partial<Record<DeliveryState, number>>>;

const problems: Readonly<Record<string, string | undefined>> = {
  'sender-missing': 'les coordonnées de l’organisation manquent',
  'too-large': 'le message est trop long pour certains logiciels',
  'subject-malformed': 'l’objet ne peut pas être envoyé',
  'unsubscribe-missing': 'le lien de désabonnement manque',
  'text-missing': 'la partie en texte brut manque',
  authentication: 'le serveur de courriel refuse la connexion',
  'sender-refused': 'le serveur de courriel refuse l’adresse d’envoi',
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
  account: (number: (value: number) => string, prepared: number, excluded: number, of: Deliveries) =>
    [
      `${number(prepared)}\u00a0à envoyer, ${number(excluded)}\u00a0sans nouveauté ou non visés`,
      `${number(of.sent ?? 0)}\u00a0envoyés, ${number(of.failed ?? 0)}\u00a0échecs, ${number(of.uncertain ?? 0)}\u00a0incertains, ${number(of.skipped ?? 0)}\u00a0retirés`,
    ].join('. '),
  wrong: 'Le compte n’est pas juste\u00a0: prévenez la personne qui s’occupe du site.',
  actions: {
    hold: 'Retenir',
    approve: 'Approuver',
    pause: 'Suspendre',
    resume: 'Reprendre',
    cancel: 'Annuler l’envoi',
    'send-again': 'Renvoyer les incertains',
  } satisfies Record<DeskAction, string>,
  askCancel: 'Ce qui n’est pas encore parti ne partira pas. Cela ne se défait pas.',
  askAgain:
    'Certains abonnés ont peut-être déjà reçu ce courriel\u00a0: ils le recevraient deux fois. Vérifiez d’abord le journal du serveur de courriel.',
};

/** The same texts in another language. */
export type NewsletterTexts = typeof newsletterFr;
