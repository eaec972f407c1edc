/** What is looked at, in this order. */
export const CHECKS = [
  'sender',
  'server',
  'reverse-name',
  'return-path',
  'reports',
  'spf',
  'dkim',
  'dmarc',
  'unsubscribe',
  'identity',
] as const;
export type Check = (typeof CHECKS)[number];

/** Everything that may be found, and how bad it is. Each has its words in `i18n/`. */
export const FINDINGS = {
  'sender-set': 'ok',
  'no-server': 'warn',
  'server-ready': 'ok',
  'server-in-clear': 'warn',
  'server-unreachable': 'fail',
  'server-refuses-password': 'fail',
  'reverse-name-leads-back': 'ok',
  'reverse-name-missing': 'warn',
  'reverse-name-astray': 'warn',
  'return-path-aligned': 'ok',
  'return-path-elsewhere': 'warn',
  'return-path-without-mx': 'fail',
  'reports-read': 'ok',
  'reports-unread': 'warn',
  'spf-good': 'ok',
  'spf-missing': 'fail',
  'spf-several': 'fail',
  'spf-allows-all': 'fail',
  'spf-open-end': 'warn',
  'spf-too-many-lookups': 'fail',
  'dkim-good': 'ok',
  'dkim-not-here': 'warn',
  'dkim-record-missing': 'fail',
  'dkim-record-revoked': 'fail',
  'dkim-other-key': 'fail',
  'dkim-testing': 'warn',
  'dkim-short-key': 'warn',
  'dkim-elsewhere': 'fail',
  'dmarc-enforced': 'ok',
  'dmarc-watching': 'warn',
  'dmarc-missing': 'fail',
  'dmarc-several': 'fail',
  'dmarc-without-reports': 'warn',
  'dmarc-strict-mismatch': 'fail',
  'unsubscribe-good': 'ok',
  'unsubscribe-not-https': 'fail',
  'unsubscribe-without-mail': 'warn',
  'unsubscribe-mail-undeliverable': 'fail',
  'identity-complete': 'ok',
  'identity-missing': 'fail',
  'names-unreachable': 'warn',
} as const satisfies Record<string, 'ok' | 'warn' | 'fail'>;
export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  check: Check;
  code: FindingCode;
  /** What it was found at: a domain, a record, a server. No secret, no person. */
  about: string;
}

export const stateOf = ({ code }: Finding): 'ok' | 'warn' | 'fail' => FINDINGS[code];
