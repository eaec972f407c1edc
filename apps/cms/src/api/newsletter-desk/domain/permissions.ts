/** What roles may be given where issues of the newsletter are watched over, as Strapi names permissions of ours. */
export const NEWSLETTER_ACTIONS = {
  read: 'api::newsletter-desk.read',
  steer: 'api::newsletter-desk.steer',
} as const;
export type NewsletterAction = keyof typeof NEWSLETTER_ACTIONS;

/** An administrator may change what it may do. */
export const NEWSLETTER_ROLE = 'passerelle-newsletter-editor';
