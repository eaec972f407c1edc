import type { UncertainDecision } from '@passerelle/contracts';
import type { WhatHappened } from '../uncertain/what-happened.ts';

/** What the screen of uncertain mails says, in French; the source. */
export const uncertainFr = {
  title: 'Courriels incertains',
  subtitle: 'Nul ne sait si ces courriels de l’infolettre sont partis\u00a0: une personne décide.',
  advice:
    'Cherchez l’identifiant dans le journal du serveur de courriel. S’il l’a accepté, le courriel est remis. Sinon, renvoyez-le.',
  none: 'Rien n’est incertain.',
  names: {
    instant: 'À chaque nouvelle',
    daily: 'Quotidienne',
    weekly: 'Hebdomadaire',
    monthly: 'Mensuelle',
    campaign: 'Envoi',
  },
  issue: (name: string, at: string) => `${name}, ${at}`,
  counted: (count: string) => `Incertains\u00a0: ${count}`,
  listed: (count: string) => `Les ${count} premiers sont montrés.`,
  cancelled: 'Cet envoi est annulé\u00a0: rien n’en sera renvoyé.',
  columns: {
    choose: 'Choisir',
    messageId: 'Identifiant (Message-ID)',
    domain: 'Domaine',
    attempts: 'Essais',
    happened: 'Ce qui s’est passé',
  },
  choose: (messageId: string) => `Choisir ${messageId}`,
  happened: {
    'cut-off': 'Le processus s’est arrêté pendant l’envoi.',
    silent: 'Le serveur n’a plus répondu.',
    lost: 'La connexion s’est rompue après le début de l’envoi.',
    unknown: 'On ne sait pas.',
  } satisfies Record<WhatHappened, string>,
  all: {
    delivered: 'Tous ont été remis',
    'send-again': 'Tous les renvoyer',
  } satisfies Record<UncertainDecision, string>,
  chosen: {
    delivered: (count: string) => `Remis (choisis\u00a0: ${count})`,
    'send-again': (count: string) => `Renvoyer (choisis\u00a0: ${count})`,
  } satisfies Record<UncertainDecision, (count: string) => string>,
  ask: {
    delivered: 'Ces courriels compteront comme envoyés. Cela ne se défait pas.',
    'send-again': 'Les abonnés qui ont déjà reçu ce courriel le recevront deux fois. Cela ne se défait pas.',
  } satisfies Record<UncertainDecision, string>,
  done: (count: string) => `C’est noté. Courriels\u00a0: ${count}.`,
  refused:
    'Rien n’a changé\u00a0: ces courriels ne sont plus incertains, ou l’envoi est annulé. La liste est relue.',
  history: 'Décisions',
  decided: {
    delivered: (who: string, at: string, count: string) => `${who}, ${at} – remis\u00a0: ${count}`,
    'send-again': (who: string, at: string, count: string) => `${who}, ${at} – renvoyés\u00a0: ${count}`,
  } satisfies Record<UncertainDecision, (who: string, at: string, count: string) => string>,
};

/** The same texts in another language. */
export type UncertainTexts = typeof uncertainFr;
