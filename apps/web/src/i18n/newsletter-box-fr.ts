/** The box that asks for an address for the newsletter; French is the source. */
export const newsletterBoxFr = {
  title: 'L’infolettre',
  text: 'Ce qui a changé en immigration, expliqué simplement. Vous choisissez les sujets et la fréquence.',
  email: 'Votre courriel',
  send: 'Envoyer',
  leave: 'Désabonnement en un clic, en tout temps.',
  privacy: 'Confidentialité',
};
