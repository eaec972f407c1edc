/** What the CMS tells editors; French is the source. */
export const fr = {
  rules: {
    'french-first':
      'La version anglaise ne peut pas être publiée avant la version française du même document.',
    'slug-malformed':
      'L’identifiant d’adresse ne peut contenir que des minuscules sans accent, des chiffres et des traits d’union simples (120 caractères au plus).',
    'slug-reserved': 'Cet identifiant d’adresse est réservé au site. Choisissez-en un autre.',
    'slug-taken': 'Un autre document utilise déjà cet identifiant d’adresse dans cette langue.',
    unreadable: 'La publication est refusée : il reste à corriger ce qui suit.',
    'register-kept':
      'Les registres se gardent cinq ans : un incident à partir du jour où il est connu, un fournisseur à partir de la fin de son service.',
    'redirect-loop': 'Cette redirection mènerait à elle-même.',
    'redirect-shadows-live': 'Une page est en ligne à cette adresse : une redirection la cacherait.',
    'redirect-duplicate': 'Une redirection existe déjà pour cette adresse.',
    'image-in-use': 'Cette image est montrée par un contenu publié. Retirez-la de ce contenu d’abord.',
    'image-type': 'Cette image est montrée par un contenu publié : remplacez-la par une image.',
    'file-type': 'Seules les images JPEG, PNG, WebP, AVIF et GIF et les documents PDF sont acceptés.',
    'locale-in-use':
      'Le français et l’anglais sont les langues du site : elles ne peuvent pas être retirées.',
    'poll-has-ballots':
      'Des gens ont déjà voté\u00a0: fermez d’abord le sondage et attendez son dépouillement, une heure après la fermeture.',
    'poll-fixed':
      'Des gens ont déjà voté\u00a0: les choix, leurs clés, leur ordre et le nombre de réponses ne changent plus.',
    'poll-meaning':
      'Des gens ont déjà voté\u00a0: la question et les choix ne changent plus, sauf pour corriger une faute de frappe (deux caractères au plus).',
    'poll-dates':
      'Le sondage a déjà ouvert\u00a0: son ouverture ne change plus, ni sa fermeture une fois qu’il est fermé.',
    'poll-closes-in-past':
      'La fermeture ne peut pas être reportée dans le passé. Pour fermer le sondage maintenant, utilisez «\u00a0Fermer\u00a0».',
    'wording-fixed':
      'Ces mots ont été publiés et des gens ont pu y consentir\u00a0: ils ne changent plus, ni le but ni le numéro. Créez un nouveau texte avec le numéro suivant.',
    'wording-kept':
      'Un texte de consentement publié reste publié\u00a0: les consentements donnés y renvoient. Publiez plutôt un nouveau texte avec le numéro suivant.',
    'wording-taken': 'Un autre texte publié pour ce but porte déjà ce numéro. Choisissez le numéro suivant.',
    'quebec-needs-consultant':
      'L’organisation accepte des mandats pour le Québec\u00a0: il faut au moins une consultante ou un consultant dont la fiche porte le numéro et la date de la reconnaissance du Ministère.',
    'merge-field-unknown':
      'Ce champ de fusion n’existe pas. Ceux qui existent\u00a0: {{salutation}}, {{nom}}, {{reference}}, {{programme}}, {{prochaine-etape}}.',
  },
  problems: {
    missing: 'manque ou n’a pas la forme attendue',
    format: 'n’a pas la forme attendue',
    short: 'est vide ou trop court',
    long: 'est trop long',
    choice: 'n’est pas une valeur admise',
    cells: 'chaque rangée doit avoir autant de cellules que l’en-tête',
    target: 'une redirection a une destination; un refus (410 ou 451) n’en a pas',
    keys: 'chaque choix doit avoir sa propre clé',
    'keys-differ':
      'les choix doivent avoir les mêmes clés, dans le même ordre, en français et en anglais; publiez les deux langues ensemble',
    least: 'le nombre de réponses au moins dépasse le nombre au plus',
    most: 'le nombre de réponses au plus dépasse le nombre de choix',
    closing: 'la fermeture doit venir après l’ouverture',
    alternative: 'dites ce que montre l’image, ou cochez qu’elle est décorative',
    poll: 'le sondage choisi n’est pas publié dans cette langue',
    'guide-key': 'une autre question ou page porte déjà cette clé',
    'guide-option-key': 'une autre réponse de la même question porte déjà cette clé',
    'guide-start':
      'aucune question ne porte cette clé\u00a0: le guide doit commencer par une de ses questions',
    'guide-target': 'mène à une question ou à une page qui n’existe pas',
    'guide-circle': 'ramène à une étape déjà passée\u00a0: une personne tournerait en rond',
    'guide-reach': 'aucune réponse n’y mène depuis la première question',
    'guide-differs':
      'n’a pas les mêmes réponses ou ne mène pas au même endroit en français et en anglais\u202f; corrigez, puis publiez les deux langues ensemble',
    programme: 'choisissez un programme qui existe dans cette langue',
  },
  fields: {
    title: 'Titre',
    slug: 'Identifiant d’adresse',
    dek: 'Chapeau',
    body: 'Corps',
    cover: 'Image de couverture',
    coverAlt: 'Texte de remplacement de l’image',
    sources: 'Sources',
    corrections: 'Correctifs',
    seo: 'Référencement',
    name: 'Nom',
    description: 'Description',
    programme: 'Programme',
    date: 'Jour de la ronde',
    invitations: 'Invitations',
    lowestScore: 'Pointage le plus bas',
    source: 'Source',
    history: 'États datés',
    definition: 'Définition',
    aliases: 'Autres graphies',
    question: 'Question',
    options: 'Choix de réponse',
    min: 'Réponses au moins',
    max: 'Réponses au plus',
    resultsMode: 'Résultats montrés',
    minVotesToShow: 'Votes avant de montrer les résultats',
    opensAt: 'Ouverture',
    closesAt: 'Fermeture',
    start: 'Clé de la première question',
    effectiveOn: 'En vigueur le',
    questions: 'Questions',
    pages: 'Pages',
    version: 'Numéro de version',
    label: 'Libellé',
    from: 'Ancienne adresse',
    to: 'Destination',
    neq: 'NEQ',
    telephone: 'Téléphone',
    email: 'Courriel',
    address: 'Adresse postale',
    privacyOfficer: 'Responsable de la vie privée',
    openingHours: 'Heures d’ouverture',
    navigation: 'Navigation',
    licenceNumber: 'Numéro de permis du Collège',
    licenceClass: 'Catégorie de permis',
    registerUrl: 'Adresse au registre public',
    languages: 'Langues',
    recognition: 'Reconnaissance du Ministère (numéro et date)',
    presentation: 'Présentation',
    photo: 'Portrait',
    footerNavigation: 'Navigation du pied de page',
  },
};

/** Every sentence of the CMS, the same in each language. */
export type Messages = {
  readonly [Section in keyof typeof fr]: { readonly [Key in keyof (typeof fr)[Section]]: string };
};
