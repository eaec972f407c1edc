import type { Check, FindingCode } from '../findings.ts';

interface Words {
  found: (about: string) => string;
  /** What to do; null when all is well. */
  advice: string | null;
}

/** What `mail doctor` says, in French; the source. */
export const fr = {
  states: { ok: 'bon', warn: 'à voir', fail: 'à corriger' },
  checks: {
    sender: 'expéditeur',
    server: 'serveur',
    'reverse-name': 'nom inverse (PTR)',
    'return-path': 'adresse de retour',
    reports: 'avis de retour',
    spf: 'SPF',
    dkim: 'DKIM',
    dmarc: 'DMARC',
    unsubscribe: 'désabonnement',
    identity: 'identité',
  } satisfies Record<Check, string>,
  findings: {
    'sender-set': { found: (about) => about, advice: null },
    'no-server': {
      found: () => 'aucun serveur de courriel\u00a0: les courriels vont dans des fichiers',
      advice: 'Donnez SMTP_URL et MAIL_FROM dans .env pour envoyer.',
    },
    'server-ready': { found: (about) => `${about} répond, la connexion est chiffrée`, advice: null },
    'server-in-clear': {
      found: (about) => `${about} répond, sans chiffrement`,
      advice:
        'Cela ne convient qu’à un serveur de votre propre réseau. Sinon, demandez STARTTLS ou smtps://.',
    },
    'server-unreachable': {
      found: (about) => `${about} ne répond pas comme il faut`,
      advice:
        'Vérifiez l’hôte et le port de SMTP_URL, le pare-feu, et que le serveur offre STARTTLS si un mot de passe est donné.',
    },
    'server-refuses-password': {
      found: (about) => `${about} refuse le nom ou le mot de passe`,
      advice: 'Corrigez le nom et le mot de passe de SMTP_URL.',
    },
    'reverse-name-leads-back': { found: (about) => `les adresses de ${about} ont leur nom`, advice: null },
    'reverse-name-missing': {
      found: (about) => `une adresse de ${about} n’a pas de nom`,
      advice: 'Demandez à l’hébergeur un enregistrement PTR pour cette adresse.',
    },
    'reverse-name-astray': {
      found: (about) => `le nom d’une adresse de ${about} ne ramène pas à elle`,
      advice: 'Faites pointer le nom donné par PTR vers la même adresse (A ou AAAA).',
    },
    'return-path-aligned': {
      found: (about) => `${about} est du même domaine que l’expéditeur`,
      advice: null,
    },
    'return-path-elsewhere': {
      found: (about) => `${about} n’est pas du domaine de l’expéditeur`,
      advice: 'SPF ne compte alors pas pour DMARC\u00a0: prenez une adresse BOUNCE_EMAIL du même domaine.',
    },
    'return-path-without-mx': {
      found: (about) => `${about} ne reçoit pas de courriel (aucun MX)`,
      advice:
        'Les avis de retour se perdent\u00a0: publiez un MX, ou donnez une autre adresse à BOUNCE_EMAIL.',
    },
    'reports-read': { found: () => 'les avis de retour sont lus', advice: null },
    'reports-unread': {
      found: () => 'personne ne lit les avis de retour',
      advice: 'Donnez BOUNCE_IMAP_URL, BOUNCE_FOLDER ou MAILGUN_WEBHOOK_KEY.',
    },
    'spf-good': { found: (about) => `${about} dit qui envoie`, advice: null },
    'spf-missing': {
      found: (about) => `${about} n’a pas d’enregistrement SPF`,
      advice: 'Publiez un TXT «\u00a0v=spf1 … -all\u00a0» qui nomme votre serveur.',
    },
    'spf-several': {
      found: (about) => `${about} a plusieurs enregistrements SPF`,
      advice: 'Réunissez-les en un seul\u00a0: plusieurs valent aucun.',
    },
    'spf-allows-all': {
      found: (about) => `${about} permet à tous d’envoyer`,
      advice: 'Remplacez «\u00a0+all\u00a0» par «\u00a0-all\u00a0».',
    },
    'spf-open-end': {
      found: (about) => `${about} ne dit rien des autres serveurs`,
      advice: 'Terminez l’enregistrement par «\u00a0-all\u00a0».',
    },
    'spf-too-many-lookups': {
      found: (about) => `${about} demande plus de dix recherches`,
      advice: 'Ôtez des «\u00a0include\u00a0»\u00a0: au-delà de dix, l’enregistrement ne vaut plus.',
    },
    'dkim-good': { found: (about) => `${about} a la clef publique`, advice: null },
    'dkim-not-here': {
      found: () => 'les courriels ne sont pas signés ici',
      advice: 'Vérifiez que le serveur de courriel signe, ou donnez les trois variables DKIM_….',
    },
    'dkim-record-missing': {
      found: (about) => `${about} n’a pas de clef`,
      advice: 'Publiez-y un TXT «\u00a0v=DKIM1; k=rsa; p=…\u00a0» avec la clef publique.',
    },
    'dkim-record-revoked': {
      found: (about) => `la clef de ${about} est révoquée`,
      advice: 'Publiez la clef publique, ou changez DKIM_SELECTOR.',
    },
    'dkim-other-key': {
      found: (about) => `${about} a une autre clef que celle qui signe`,
      advice: 'Publiez la clef publique de DKIM_PRIVATE_KEY\u00a0: sinon chaque signature est fausse.',
    },
    'dkim-testing': {
      found: (about) => `la clef de ${about} est à l’essai (t=y)`,
      advice: 'Ôtez «\u00a0t=y\u00a0» une fois les essais faits.',
    },
    'dkim-short-key': {
      found: (about) => `la clef de ${about} a moins de 2048 bits`,
      advice: 'Faites une clef RSA de 2048 bits.',
    },
    'dkim-elsewhere': {
      found: (about) => `la signature est de ${about}, pas du domaine de l’expéditeur`,
      advice: 'Donnez à DKIM_DOMAIN le domaine de MAIL_FROM\u00a0: sinon DMARC n’en tient pas compte.',
    },
    'dmarc-enforced': { found: (about) => `${about} protège le domaine`, advice: null },
    'dmarc-watching': {
      found: (about) => `${about} observe seulement (p=none)`,
      advice:
        'Après deux semaines de rapports sans surprise, passez à «\u00a0p=quarantine\u00a0», puis à «\u00a0p=reject\u00a0».',
    },
    'dmarc-missing': {
      found: (about) => `${about} n’existe pas`,
      advice:
        'Publiez un TXT «\u00a0v=DMARC1; p=none; rua=mailto:…\u00a0»\u00a0: de grands fournisseurs l’exigent.',
    },
    'dmarc-several': {
      found: (about) => `${about} a plusieurs enregistrements`,
      advice: 'N’en gardez qu’un\u00a0: plusieurs valent aucun.',
    },
    'dmarc-without-reports': {
      found: (about) => `${about} ne demande pas de rapports`,
      advice: 'Ajoutez «\u00a0rua=mailto:…\u00a0» pour voir ce qui est refusé.',
    },
    'dmarc-strict-mismatch': {
      found: (about) => `${about} exige des domaines identiques, et ni SPF ni DKIM n’y répond`,
      advice:
        'Ôtez «\u00a0adkim=s\u00a0» ou «\u00a0aspf=s\u00a0», ou prenez partout le domaine de MAIL_FROM.',
    },
    'unsubscribe-good': { found: (about) => `un lien, et l’adresse ${about}`, advice: null },
    'unsubscribe-not-https': {
      found: (about) => `${about} n’est pas en https`,
      advice: 'Le désabonnement en un clic (RFC 8058) demande https\u00a0: corrigez SITE_URL.',
    },
    'unsubscribe-without-mail': {
      found: () => 'un lien seulement, sans adresse',
      advice:
        'Certains logiciels n’offrent que l’adresse\u00a0: donnez UNSUBSCRIBE_EMAIL, si quelqu’un la lit.',
    },
    'unsubscribe-mail-undeliverable': {
      found: (about) => `${about} ne reçoit pas de courriel (aucun MX)`,
      advice: 'Publiez un MX, ou changez UNSUBSCRIBE_EMAIL.',
    },
    'identity-complete': { found: (about) => `${about}, avec son adresse postale`, advice: null },
    'identity-missing': {
      found: () => 'l’organisation n’est pas écrite',
      advice:
        'La Loi canadienne anti-pourriel demande un nom et une adresse postale\u00a0: remplissez «\u00a0Organisation\u00a0» dans l’administration.',
    },
    'names-unreachable': {
      found: (about) => `${about}\u00a0: le DNS ne répond pas`,
      advice: 'Recommencez plus tard, ou donnez un fichier avec --records.',
    },
  } satisfies Record<FindingCode, Words>,
  sum: (ok: number, warn: number, fail: number) => `${ok} bons, ${warn} à voir, ${fail} à corriger`,
  sent: 'Le courriel d’essai est remis au serveur. Regardez s’il arrive, et si ce n’est pas dans les indésirables.',
  notSent: (reason: string) => `Le courriel d’essai n’a pas été pris\u00a0: ${reason}`,
  noServer: 'Sans SMTP_URL, il n’y a pas de serveur à qui remettre un courriel d’essai.',
  badRecords: (file: string) => `Le fichier ${file} ne peut pas être lu, ou n’a pas la forme attendue.`,
  test: {
    subject: 'Courriel d’essai',
    text: 'Ce courriel d’essai a été demandé par la commande «\u00a0passerelle mail doctor\u00a0». Il n’y a rien à faire.',
  },
};

/** The same texts in another language. */
export type DoctorTexts = typeof fr;
