import { distance } from 'fastest-levenshtein';

/** Where most readers have their mail: what is nearly one of these was probably meant to be it. */
const COMMON = [
  'gmail.com',
  'hotmail.com',
  'hotmail.ca',
  'hotmail.fr',
  'outlook.com',
  'outlook.fr',
  'live.ca',
  'live.com',
  'yahoo.ca',
  'yahoo.com',
  'yahoo.fr',
  'icloud.com',
  'videotron.ca',
  'sympatico.ca',
  'bell.net',
  'protonmail.com',
  'proton.me',
] as const;

/** Names that are near a common one and are somebody's own. */
const OWN = new Set<string>([
  'gmx.com',
  'gmx.fr',
  'ymail.com',
  'mail.com',
  'email.com',
  'live.fr',
  'me.com',
  'mac.com',
]);

/**
 * The address that was probably meant, where the domain is one or two letters off a common one; null when there is
 * none. Nothing is asked of a network.
 */
export function suggestAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  if (at < 1 || OWN.has(domain) || COMMON.some((common) => common === domain)) return null;
  const nearest = COMMON.map((common) => ({ common, off: distance(domain, common) })).sort(
    (a, b) => a.off - b.off,
  )[0];
  // A short name is near everything.
  const allowed = domain.length < 9 ? 1 : 2;
  return nearest !== undefined && nearest.off <= allowed ? `${address.slice(0, at)}@${nearest.common}` : null;
}
