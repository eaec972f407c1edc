/** What mails about the newsletter say; French is the source. */
export const newsletterFr = {
  linkFallback: 'Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur\u00a0:',
  confirm: {
    subject: 'Confirmez votre abonnement à l’infolettre',
    heading: 'Encore un geste pour vous abonner',
    preview: 'Un bouton, et l’infolettre de Passerelle vous arrivera à cette adresse.',
    lead: 'Cette adresse a été inscrite sur notre site pour recevoir l’infolettre. Rien ne vous sera envoyé tant que vous n’aurez pas confirmé.',
    button: 'Confirmer mon abonnement',
    expiry: 'Ce lien sert une seule fois, pendant 7\u00a0jours.',
    ignore:
      'Vous n’avez rien demandé\u202f? Ne faites rien\u00a0: sans confirmation, l’adresse est effacée après 7\u00a0jours.',
  },
  address: {
    subject: 'Confirmez votre nouvelle adresse',
    heading: 'Recevoir l’infolettre à cette adresse',
    preview: 'Un bouton, et l’infolettre de Passerelle vous arrivera ici plutôt qu’à l’ancienne adresse.',
    lead: 'Une personne abonnée à notre infolettre veut la recevoir à cette adresse-ci plutôt qu’à l’ancienne. Rien ne change tant que ce n’est pas confirmé.',
    button: 'Confirmer cette adresse',
    expiry: 'Ce lien sert une seule fois, pendant 7\u00a0jours.',
    ignore: 'Vous n’avez rien demandé\u202f? Ne faites rien\u00a0: cette adresse ne recevra rien de plus.',
  },
  welcome: {
    subject: 'Votre abonnement est confirmé',
    heading: 'Bienvenue',
    preview: 'Votre abonnement est confirmé. Voici comment le régler ou y mettre fin.',
    lead: 'L’infolettre de Passerelle vous arrivera à cette adresse, aux moments et sur les sujets que vous avez choisis. S’il n’y a rien de nouveau, rien n’est envoyé.',
  },
  already: {
    subject: 'Vous recevez déjà l’infolettre',
    heading: 'Cette adresse est déjà abonnée',
    preview: 'Rien n’a changé. Voici comment régler votre abonnement ou y mettre fin.',
    lead: 'Cette adresse vient d’être inscrite de nouveau sur notre site. Elle était déjà abonnée\u00a0: rien n’a changé. Si ce n’était pas vous, vous n’avez rien à faire.',
  },
  manage: 'Régler mon abonnement',
  why: 'Vous recevez ce courriel parce que cette adresse est abonnée à l’infolettre, avec votre consentement. Aucun pixel ni lien ne vous suit.',
  unsubscribe: 'Me désabonner',
};

export type NewsletterTexts = typeof newsletterFr;
