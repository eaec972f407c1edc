/** What roles may be given about requests of persons, as Strapi names permissions of ours. */
export const PRIVACY_ACTIONS = {
  work: 'api::privacy.work',
  bundle: 'api::privacy.bundle',
  erase: 'api::privacy.erase',
} as const;
export type PrivacyAction = keyof typeof PRIVACY_ACTIONS;
