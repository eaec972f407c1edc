/**
 * `prepared`: nobody has it, its time may come. `leased`: a process has taken it up. `sending`: the content is about to
 * leave, or has left. `sent`: the server has taken it. `bounced`: it came back, as a report says. `uncertain`: the server
 * may have it; a person decides. `skipped`: not wanted any longer.
 */
export const DELIVERY_STATES = [
  'prepared',
  'leased',
  'sending',
  'sent',
  'bounced',
  'failed',
  'uncertain',
  'skipped',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Every candidate of an issue, in one place each. */
export interface Account {
  candidates: number;
  prepared: number;
  /** By reason. */
  excluded: Readonly<Record<string, number>>;
  deliveries: Readonly<Record<DeliveryState, number>>;
}

/** Deliveries about which nothing more happens by itself are closed; these are the others. */
export const OPEN_STATES = ['prepared', 'leased', 'sending'] as const satisfies readonly DeliveryState[];

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

/**
 * Whether every candidate is accounted for:
 * candidates = prepared + excluded; prepared = sent + bounced + failed + uncertain + skipped + open.
 */
export function addsUp({ candidates, prepared, excluded, deliveries }: Account): boolean {
  return (
    candidates === prepared + sum(Object.values(excluded)) && prepared === sum(Object.values(deliveries))
  );
}
