import type { LicenceClass } from '@passerelle/contracts';
import type { AlarmCode } from '../../platform/alarm.ts';

/** What mails and the local mailbox say; French is the source. */
export const fr = {
  layout: {
    /** Above everything, in each mail. */
    siteName: 'Passerelle',
    licensed: (name: string, acronym: string, number: string) => `${name} (${acronym}, permis ${number})`,
    licenceClasses: {
      RCIC: 'CRIC',
      'RCIC-IRB': 'CRIC-CISR',
      RISIA: 'CRIEE',
    } satisfies Record<LicenceClass, string>,
    register: (url: string) => `Registre public\u00a0: ${url}`,
    recognized: (number: string, day: string) => `Reconnaissance du Québec ${number}, valide jusqu’au ${day}`,
    privateSite:
      'Passerelle est un site privé\u00a0: il n’appartient à aucun gouvernement et n’en représente aucun.',
  },
  alarm: {
    subject: (title: string) => `Alerte\u00a0: ${title}`,
    lead: 'Passerelle a besoin d’une personne.',
    facts: {
      when: 'Quand',
      form: 'Formulaire',
      reference: 'Référence',
      attempts: 'Essais',
      daysLeft: 'Jours restants',
      document: 'Document',
      issue: 'Envoi',
      problem: 'Raison',
      code: 'Code',
    },
    where: 'Où regarder',
    whereToLook:
      'Le journal du CMS et le registre d’audit ont tout le détail; cherchez-y la référence ou le code. Ce courriel ne contient aucun renseignement personnel.',
    more: 'D’autres alertes du même genre peuvent suivre dans l’heure sans nouveau courriel\u00a0: le registre les a toutes.',
    button: 'Ouvrir l’administration',
    titles: {
      'mail-uncertain': 'un courriel est peut-être parti, peut-être pas',
      'mail-given-up': 'un courriel n’a pas pu être envoyé',
      'webhook-given-up': 'un autre système n’a pas pu être averti d’une demande',
      'submission-set-aside': 'un envoi de visiteur a été mis de côté',
      'recognition-ending': 'une reconnaissance du Ministère prend bientôt fin',
      'recognition-expired': 'une reconnaissance du Ministère a pris fin',
      'newsletter-stopped': 'l’envoi de l’infolettre est suspendu',
      'newsletter-uncertain': 'des infolettres sont peut-être parties, peut-être pas',
      'newsletter-refused': 'une infolettre ne peut pas partir telle quelle',
      'reports-unreachable': 'la boîte des courriels revenus ne répond plus',
      'person-request-late': 'une demande sur des renseignements personnels est en retard',
      'ledger-broken': 'le registre des consentements est altéré',
    } satisfies Record<AlarmCode, string>,
    sentences: {
      'mail-uncertain':
        'La connexion au serveur de courriel s’est rompue après l’envoi du contenu. Il ne sera pas renvoyé de lui-même, pour que personne ne le reçoive deux fois. Vérifiez auprès du serveur de courriel, avec la référence du journal.',
      'mail-given-up':
        'Le serveur de courriel ne l’a pas accepté après quatre\u00a0jours d’essais. Vérifiez SMTP_URL, puis l’état du serveur.',
      'webhook-given-up':
        'Le système inscrit sous WEBHOOK_URL n’a pas accepté l’avis après douze essais. La demande elle-même est intacte. Vérifiez WEBHOOK_URL et WEBHOOK_SECRET, puis l’état de ce système.',
      'submission-set-aside':
        'Ce qu’une personne a envoyé n’a pas pu être enregistré après plusieurs essais. Son contenu attend, scellé, dans le dossier d’attente du serveur web.',
      'recognition-ending':
        'La reconnaissance d’une consultante ou d’un consultant prend bientôt fin. La demande de renouvellement se présente au plus tard 60\u00a0jours avant la date d’expiration. L’accueil de l’administration dit de qui il s’agit et quand.',
      'recognition-expired':
        'La reconnaissance d’une consultante ou d’un consultant a pris fin. Si personne d’autre n’est reconnu, le site ne propose plus rien pour les programmes du Québec. Après un renouvellement, inscrivez la nouvelle date dans la fiche.',
      'newsletter-stopped':
        'Ce qui a échoué aurait échoué pour chaque abonné : tous les envois en cours attendent. Vérifiez le serveur de courriel, puis reprenez l’envoi à l’accueil de l’administration.',
      'newsletter-uncertain':
        'L’envoi est terminé, mais pour certains abonnés la connexion s’est rompue après le contenu. Rien n’est renvoyé de soi-même : à l’accueil de l’administration, une personne peut le demander.',
      'newsletter-refused':
        'Il y manque quelque chose que la loi ou les serveurs exigent, par exemple l’identité de l’expéditeur. Corrigez, puis approuvez l’envoi à l’accueil de l’administration.',
      'reports-unreachable':
        'Depuis un jour, les avis de courriels revenus ne peuvent être lus : l’infolettre continue de partir vers des adresses qui ne la prennent plus. Vérifiez BOUNCE_IMAP_URL, le mot de passe, puis l’état du serveur. Cette alerte ne se répète pas tant que rien ne change.',
      'person-request-late':
        'Une personne attend depuis plus longtemps que la loi ne le permet (RLRQ c.\u00a0P-39.1, art.\u00a032). Répondez-lui dans l’administration, sous «\u202fRenseignements personnels\u202f».',
      'ledger-broken':
        'La vérification de la nuit a trouvé un événement qui n’est plus tel qu’il a été écrit. Ne modifiez rien dans la base de données. Lancez «\u202fpasserelle ledger verify\u202f», puis comparez avec la dernière sauvegarde\u202f; il peut s’agir d’un incident de confidentialité.',
    } satisfies Record<AlarmCode, string>,
  },
  mailbox: {
    title: 'Boîte aux lettres locale',
    explanation:
      'Aucun serveur de courriel n’est réglé (SMTP_URL)\u00a0: ce que Passerelle envoie arrive ici, et nulle part ailleurs. Cette page n’existe que sur cette machine.',
    empty: 'Aucun courriel pour l’instant.',
    back: 'Tous les courriels',
    missing: 'Ce courriel n’existe pas, ou plus.',
    to: 'À',
    preview: 'Aperçu',
    plainText: 'Partie en texte brut',
    headers: 'En-têtes',
    source: 'Télécharger le fichier .eml',
  },
};

/** Every text of mails, the same in each language. */
export type MailTexts = typeof fr;
