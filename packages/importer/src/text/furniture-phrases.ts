/**
 * The words that page furniture is known by, folded (see `folded`): lower case, no accents, straight
 * apostrophes. French first, then English. Each pattern covers a whole line.
 */

const END = ' ?[.!:»>→…]*$';
const START = '^[«<←‹› ]*';

const line = (alternatives: string) => new RegExp(`${START}(?:${alternatives})${END}`);

/** The link back to the list of news, under an article or above it. */
export const BACK_LINK = line(
  "(?:retour|revenir) (?:aux?|a la|a l'|vers les?)(?: ?(?:liste|page|index)(?: (?:des?|du|d'|de l')(?: toutes les)?)?)? ?" +
    '(?:nouvelles?|actualites?|articles?|blogue?|publications?|communiques?|accueil)|' +
    'retour a la liste|' +
    'toutes les (?:nouvelles|actualites)|' +
    '(?:go )?back to (?:the |all )?(?:list of )?(?:news(?: list| page)?|articles|blog|posts|home ?page|list)|all news',
);

/** The box that leads to the form for inquiries. */
export const INQUIRY_TITLE = line(
  '(?:pour )?(?:poser|posez) (?:vos|une|votre) questions?(?: (?:ou|et) (?:debuter|debutez|commencer|commencez|demarrer|entamer) (?:votre|une|la) (?:demarche|dossier|demande|projet)s?)?|' +
    '(?:debutez|commencez|demarrez|entamez) (?:votre|vos) (?:demarches?|projet|demande)|' +
    '(?:to )?ask (?:us )?(?:your|a) questions?(?: (?:or|and) (?:start|begin) your (?:process|application|project|journey|file))?|' +
    '(?:start|begin) your (?:process|application|project|journey)',
);

export const NEWSLETTER_TITLE = line(
  "(?:notre |l')?(?:infolettre|newsletter|bulletin(?: (?:d'information|electronique))?)|" +
    "(?:abonnez|inscrivez)-vous a (?:notre|l') ?(?:infolettre|newsletter|bulletin)|(?:our )?newsletter|" +
    '(?:subscribe|sign up)(?: to our newsletter| for our newsletter)?',
);

/** What a newsletter box says, anywhere in a line. */
export const NEWSLETTER_CALL =
  /\b(?:abonnez-vous|inscrivez-vous|recevez (?:nos|notre|les)|subscribe|sign up|(?:get|receive) our)\b/;

export const POLL_TITLE = line(
  '(?:notre |petit )?sondage(?: eclair| express| rapide| du (?:jour|mois)| de la semaine)?|question (?:eclair|du (?:jour|mois)|de la semaine)|' +
    "(?:flash|quick|snap|our|this week's|today's)? ?poll(?: of the (?:day|week|month))?",
);

/** Labels of the fields and marks that a form leaves behind in copied text. */
export const FORM_FIELD = line(
  '(?:votre |your )?(?:nom(?: complet| de famille)?|prenom|courriel|e-?mail|adresse (?:de )?courriel|adresse electronique|telephone|message|question|sujet|' +
    '(?:first |last |full )?name|e-?mail address|phone(?: number)?|subject)(?: ?\\(?(?:obligatoire|requis|required)\\)?)?(?: ?\\*)?|[*\\[\\]_ ]+',
);

/** The button that ends a box; a box only takes a button of its own. */
export const SEND_BUTTON = line('envoyer|soumettre|send|submit|transmettre|continuer|continue|next|suivant');
export const SUBSCRIBE_BUTTON = line(
  "envoyer|soumettre|s'abonner|je m'abonne|m'abonner|s'inscrire|je m'inscris|ok|send|submit|subscribe|sign up|sign me up|join",
);
export const VOTE_BUTTON = line(
  'repondre|voter|je vote|envoyer|soumettre|answer|vote|reply|respond|submit|send',
);
export const RESULTS_LINK = line(
  '(?:voir |afficher )?les resultats|resultats|(?:see |view |show )?(?:the )?results',
);
