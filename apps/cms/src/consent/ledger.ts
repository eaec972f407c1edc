import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Connection, Transaction } from '../platform/jobs/database.ts';
import { canonicalJson } from '../platform/json/domain/canonical-json.ts';
import { personOf, sealOf, sha256 } from './adapters/ledger-keys.ts';
import {
  insertLinks,
  lockHead,
  readEnds,
  readHashes,
  readLinks,
  readLinksOf,
} from './adapters/ledger-rows.ts';
import { append, contentOf, EMPTY, follow, type Head, type Link } from './domain/chain.ts';
import {
  type ConsentEvent,
  consentEventSchema,
  type RecordedConsent,
  recordedConsentSchema,
} from './domain/consent-event.ts';

export type { ConsentEvent, RecordedConsent } from './domain/consent-event.ts';

/**
 * Adds an event to the ledger, in the transaction of what it tells of. Whoever else adds one waits until that
 * transaction ends: do it last.
 *
 * @throws when the event isn't one; the message has no value of it.
 */
export const appendConsent = (
  strapi: Core.Strapi,
  transaction: Transaction,
  event: ConsentEvent,
): Promise<void> => appendConsents(strapi, transaction, [event]);

/** Adds events to the ledger like `appendConsent`, in their order, with as many statements for a hundred as for one. */
export async function appendConsents(
  strapi: Core.Strapi,
  transaction: Transaction,
  events: readonly ConsentEvent[],
): Promise<void> {
  const parsed = z.array(consentEventSchema).parse(events);
  let head: Head = await lockHead(transaction);
  const links = parsed.map(({ email, at, detail, ...rest }) => {
    const link = append(
      head,
      {
        ...rest,
        at: at.getTime(),
        person: personOf(strapi, email),
        detail: detail === undefined ? null : canonicalJson(detail),
      },
      sha256,
    );
    head = link;
    return link;
  });
  await insertLinks(transaction, links, { ...head, seal: sealOf(strapi, head) });
}

/**
 * What the ledger has of the person with this address, the first event first; also after the person's erasure.
 * Within a transaction, pass that.
 */
export async function consentOf(
  strapi: Core.Strapi,
  email: string,
  connection: Connection | Transaction = strapi.db.connection,
): Promise<RecordedConsent[]> {
  const links = await readLinksOf(connection, personOf(strapi, email));
  return links.map(recorded);
}

function recorded({ at, detail, ...link }: Link): RecordedConsent {
  return recordedConsentSchema.parse({
    ...link,
    at: new Date(at),
    detail: detail === null ? null : JSON.parse(detail),
  });
}

/** An event with what its hash is made of. */
export interface ProvableConsent {
  event: RecordedConsent;
  previousHash: string;
  /** Canonical JSON. */
  content: string;
}

/** As `consentOf`, each event with what proves its place in the ledger. */
export async function provableConsentOf(
  strapi: Core.Strapi,
  email: string,
  connection: Connection | Transaction = strapi.db.connection,
): Promise<ProvableConsent[]> {
  const links = await readLinksOf(connection, personOf(strapi, email));
  const hashes = await readHashes(
    connection,
    links.map(({ sequence }) => sequence - 1),
  );
  return links.map((link) => ({
    event: recorded(link),
    previousHash: hashes.get(link.sequence - 1) ?? EMPTY.hash,
    content: contentOf(link),
  }));
}

/** What a ledger was found to be. `brokenAt` is the number of the first event that isn't as it was written. */
export interface LedgerFindings {
  events: number;
  brokenAt: number | null;
  /** Hash of the last event, in hexadecimal: written down elsewhere, it proves all events up to that one. */
  hash: string;
}

/**
 * Reads the whole ledger and says whether anything in it was changed, taken out, put in or put elsewhere. Events may be
 * added meanwhile. Who has the database alone is found out, unless an earlier state of all of it was put back.
 * Within a transaction, pass that.
 */
export async function verifyLedger(
  strapi: Core.Strapi,
  connection: Connection | Transaction = strapi.db.connection,
): Promise<LedgerFindings> {
  const { head, last } = await readEnds(connection);
  const broken = (brokenAt: number) => ({ events: last, brokenAt, hash: head.hash });
  let reached: Head = EMPTY;
  while (reached.sequence < head.sequence) {
    const links = await readLinks(connection, reached.sequence, head.sequence);
    if (links.length === 0) return broken(reached.sequence + 1);
    const followed = follow(reached, links, sha256);
    if ('brokenAt' in followed) return broken(followed.brokenAt);
    reached = followed.head;
  }
  if (last !== head.sequence) return broken(head.sequence + 1);
  const seal = head.sequence === 0 ? null : sealOf(strapi, head);
  if (reached.hash !== head.hash || head.seal !== seal) return broken(head.sequence);
  return { events: last, brokenAt: null, hash: head.hash };
}
