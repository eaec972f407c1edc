/**
 * What is said when something a person can mend goes wrong, by code. One sentence says what happened, the next
 * what to do. French first.
 * @type {Record<
 *   | 'node-too-old' | 'npm-missing' | 'not-installed' | 'not-built' | 'disk-low' | 'disk-full' | 'not-writable'
 *   | 'port-invalid' | 'port-taken' | 'ports-equal' | 'env-malformed' | 'registry-silent'
 *   | 'install-failed' | 'build-failed' | 'seed-failed' | 'service-ended' | 'service-late' | 'chromium-missing'
 *   | 'only-unknown' | 'flag-unknown',
 *   { fr: (facts: import('../up/failure.mjs').Facts) => string, en: (facts: import('../up/failure.mjs').Facts) => string }
 * >}
 */
export const FAILURES = {
  'node-too-old': {
    fr: ({ version }) =>
      `Node ${version} est trop ancien. Installez Node 20 ou plus récent, puis recommencez.`,
    en: ({ version }) => `Node ${version} is too old. Install Node 20 or later, then try again.`,
  },
  'npm-missing': {
    fr: () => 'La commande « npx » est introuvable. Installez npm (fourni avec Node), puis recommencez.',
    en: () => 'The “npx” command was not found. Install npm (it comes with Node), then try again.',
  },
  'not-installed': {
    fr: () => 'Les dépendances ne sont pas installées. Lancez d’abord « npm run setup ».',
    en: () => 'The dependencies are not installed. Run “npm run setup” first.',
  },
  'not-built': {
    fr: () => 'Passerelle n’est pas encore construite. Lancez d’abord « npm run setup ».',
    en: () => 'Passerelle has not been built yet. Run “npm run setup” first.',
  },
  'disk-low': {
    fr: ({ free, needed }) =>
      `Il reste ${free} Go sur le disque ; l’installation en demande ${needed}. Libérez de l’espace, puis recommencez.`,
    en: ({ free, needed }) =>
      `The disk has ${free} GB left; the installation needs ${needed}. Free some space, then try again.`,
  },
  'disk-full': {
    fr: ({ path }) => `Le disque est plein (${path}). Libérez de l’espace, puis recommencez.`,
    en: ({ path }) => `The disk is full (${path}). Free some space, then try again.`,
  },
  'not-writable': {
    fr: ({ path }) => `Écriture refusée : ${path}. Vérifiez à qui appartient ce fichier et ses droits.`,
    en: ({ path }) => `Writing is refused: ${path}. Check who owns this file and its permissions.`,
  },
  'port-invalid': {
    fr: ({ variable, value }) =>
      `${variable} vaut « ${value} », qui n’est pas un port. Donnez un nombre de 1 à 65535 dans .env.`,
    en: ({ variable, value }) =>
      `${variable} is “${value}”, which is not a port. Give a number from 1 to 65535 in .env.`,
  },
  'port-taken': {
    fr: ({ variable, port }) =>
      `Le port ${port} est déjà pris, peut-être par Passerelle elle-même. Arrêtez ce programme, ou changez ${variable} dans .env.`,
    en: ({ variable, port }) =>
      `Port ${port} is already in use, perhaps by Passerelle itself. Stop that program, or change ${variable} in .env.`,
  },
  'ports-equal': {
    fr: ({ first, second, port }) =>
      `${first} et ${second} demandent le même port, ${port}. Donnez-leur des ports différents dans .env.`,
    en: ({ first, second, port }) =>
      `${first} and ${second} ask for the same port, ${port}. Give them different ports in .env.`,
  },
  'env-malformed': {
    fr: ({ path, lines }) =>
      `Le fichier ${path} contient des lignes illisibles (${lines}). Écrivez une variable par ligne : NOM=valeur.`,
    en: ({ path, lines }) =>
      `The file ${path} has lines that can’t be read (${lines}). Write one variable per line: NAME=value.`,
  },
  'registry-silent': {
    fr: ({ registry }) =>
      `Le registre npm (${registry}) ne répond pas. Vérifiez la connexion, le mandataire et « npm config get registry ».`,
    en: ({ registry }) =>
      `The npm registry (${registry}) does not answer. Check the connection, the proxy and “npm config get registry”.`,
  },
  'install-failed': {
    fr: ({ log }) => `L’installation des dépendances a échoué. Lisez ${log}, corrigez, puis recommencez.`,
    en: ({ log }) => `Installing the dependencies failed. Read ${log}, mend the cause, then try again.`,
  },
  'build-failed': {
    fr: ({ part, log }) => `La construction de ${part} a échoué. Lisez ${log}, corrigez, puis recommencez.`,
    en: ({ part, log }) => `Building ${part} failed. Read ${log}, mend the cause, then try again.`,
  },
  'seed-failed': {
    fr: ({ log }) => `Le contenu de démonstration n’a pas pu être chargé. Lisez ${log}, puis recommencez.`,
    en: ({ log }) => `The demo content could not be loaded. Read ${log}, then try again.`,
  },
  'service-ended': {
    fr: ({ service, how, log }) =>
      `Le processus « ${service} » s’est arrêté (${how}) ; les autres aussi. Lisez ${log}, puis relancez.`,
    en: ({ service, how, log }) =>
      `The “${service}” process ended (${how}) and the others were stopped. Read ${log}, then start again.`,
  },
  'service-late': {
    fr: ({ service, seconds, log }) =>
      `Le processus « ${service} » n’est pas prêt après ${seconds} s ; tout est arrêté. Lisez ${log}, puis relancez.`,
    en: ({ service, seconds, log }) =>
      `The “${service}” process is not ready after ${seconds} s; everything was stopped. Read ${log}, then start again.`,
  },
  'chromium-missing': {
    fr: () =>
      'Aucun Chromium, et son installation a échoué. Installez-le (Debian : apt-get install chromium) ou donnez CHROMIUM_PATH.',
    en: () =>
      'There is no Chromium and installing it failed. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  },
  'only-unknown': {
    fr: ({ names, known }) => `Étape inconnue : ${names}. Les étapes sont : ${known}.`,
    en: ({ names, known }) => `Unknown step: ${names}. The steps are: ${known}.`,
  },
  'flag-unknown': {
    fr: ({ problem }) => `Option refusée (${problem}). « --help » donne celles qui existent.`,
    en: ({ problem }) => `The option is refused (${problem}). “--help” lists those there are.`,
  },
};
