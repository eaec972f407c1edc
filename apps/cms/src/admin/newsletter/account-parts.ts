import type { IssueLook } from '../../api/newsletter-desk/domain/answers.ts';

/** Where readers of an issue are, as a person asks for it: `open` is what may still go. */
export type AccountPart = 'sent' | 'bounced' | 'open' | 'failed' | 'uncertain' | 'skipped' | 'excluded';

/** What there is to tell of an issue's account; what there is none of is left out, but for what was sent. */
export function accountParts({
  candidates,
  prepared,
  deliveries,
}: Pick<IssueLook, 'candidates' | 'prepared' | 'deliveries'>): [AccountPart, number][] {
  // Before its readers are chosen there is nothing to tell.
  if (candidates === 0) return [];
  const { sent, bounced, failed, uncertain, skipped } = deliveries;
  const open = deliveries.prepared + deliveries.leased + deliveries.sending;
  const parts: [AccountPart, number][] = [
    ['sent', sent],
    ['bounced', bounced],
    ['open', open],
    ['failed', failed],
    ['uncertain', uncertain],
    ['skipped', skipped],
    ['excluded', candidates - prepared],
  ];
  return parts.filter(([part, value]) => part === 'sent' || value > 0);
}
