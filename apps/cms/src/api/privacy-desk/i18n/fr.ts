import type { PrivacyRefusal } from '@passerelle/contracts';
import type { PrivacyAction } from '../domain/permissions.ts';

/** What the register of requests says of itself; French is the source. */
export const fr = {
  refusals: {
    'not-confirmed': 'L’adresse n’est pas confirmée\u00a0: rien ne peut être communiqué ni effacé.',
    'not-asked': 'Cette personne n’a pas demandé l’effacement.',
    'not-erased': 'Effacez d’abord la personne\u00a0: c’est l’effacement qui répond à cette demande.',
    'not-withdrawn': 'Choisissez le consentement que cette personne retire\u00a0: il y en a un en vigueur.',
    'not-standing': 'Ce consentement n’est pas en vigueur, ou cette personne n’a pas demandé de le retirer.',
    'request-closed': 'Cette demande est fermée.',
    'date-wrong':
      'Choisissez un jour plus tardif que l’échéance, à un an au plus de la réception de la demande.',
    'legal-hold': 'Une demande de cette personne doit être conservée. Rien n’a été effacé.',
  } satisfies Record<PrivacyRefusal, string>,
  category: 'Renseignements personnels',
  actions: {
    work: 'Lire et fermer les demandes des personnes',
    bundle: 'Réunir les renseignements d’une personne',
    erase: 'Effacer une personne',
  } satisfies Record<PrivacyAction, string>,
};

/** Every text of the register, the same in each language. */
export type PrivacyDeskTexts = typeof fr;
