/** The box that asks for an address for the newsletter; French is the source. */
export const newsletterBoxFr = {
  title: 'L’infolettre',
  text: 'Ce qui a changé en immigration, sur vos sujets et à votre rythme.',
  email: 'Votre courriel',
  send: 'Envoyer',
  leave: 'Désabonnement en un clic.',
  privacy: 'Confidentialité',
};
