import type { BlockOf } from '@passerelle/contracts';

/** What issues say; French is the source. */
export const fr = {
  /** The subject, by the newest title and how many there are besides. */
  subject: (title: string, others: number) =>
    others === 0
      ? title
      : `${title} et ${others}\u00a0${others === 1 ? 'autre nouvelle' : 'autres nouvelles'}`,
  correctedSubject: (count: number) =>
    count === 1
      ? 'Une nouvelle que vous avez reçue a été corrigée'
      : `${count}\u00a0nouvelles que vous avez reçues ont été corrigées`,
  heading: 'L’infolettre',
  preview: (count: number) =>
    count === 1
      ? 'Une nouvelle depuis notre dernier envoi.'
      : `${count}\u00a0nouvelles depuis notre dernier envoi.`,
  correctedPreview: (count: number) =>
    count === 1
      ? 'Une correction depuis notre dernier envoi.'
      : `${count}\u00a0corrections depuis notre dernier envoi.`,
  corrected: 'Corrigé depuis que nous vous en avons parlé',
  more: (count: number) => (count === 1 ? 'Et une autre nouvelle' : `Et ${count}\u00a0autres nouvelles`),
  moreCorrected: (count: number) =>
    count === 1 ? 'Et une autre correction' : `Et ${count}\u00a0autres corrections`,
  callouts: { note: 'À noter', important: 'Important', deadline: 'Date à retenir' } satisfies Record<
    BlockOf<'callout'>['tone'],
    string
  >,
  /** Before where something is from. */
  sourceLabel: 'Source',
  /** In plain text, before what stands for an image. */
  image: 'Image',
  readMore: 'À lire',
  /** Before the subject of a test. */
  test: '[Essai]',
  why: 'Vous recevez ce courriel parce que cette adresse est abonnée à l’infolettre de Passerelle.',
  manage: 'Gérer mes préférences',
  unsubscribe: 'Me désabonner',
  /** In the archive, for everybody. */
  archive: {
    correctedTitle: 'Nouvelles corrigées',
    corrected: 'Corrigé depuis l’envoi précédent',
  },
  /** Before an address, in plain text. */
  colon: '\u00a0: ',
};

/** Every text of digests, the same in each language. */
export type NewsletterTexts = typeof fr;
