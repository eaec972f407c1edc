import type { ConsentPurpose, PersonRequestKind, PrivacyRefusal } from '@passerelle/contracts';
import { lockSubscriber, readSubscriberOf } from '../../api/subscriber/adapters/subscriber-rows.ts';
import { withdraw } from '../../api/subscriber/adapters/withdraw.ts';
import { mayEnd, type Subscriber } from '../../api/subscriber/domain/subscriber.ts';
import { appendConsent, type ConsentEvent, consentOf } from '../../consent/ledger.ts';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { standingConsents } from '../domain/standing-consents.ts';
import type { PrivacySetting } from './privacy-setting.ts';

type Setting = Pick<PrivacySetting, 'strapi' | 'records'>;

/** The consents of an address that stand. */
export async function standingOf(
  { strapi, records }: Setting,
  connection: Connection | Transaction,
  email: string,
): Promise<ConsentPurpose[]> {
  const reader = await readSubscriberOf(connection, records.blindIndex('email', email));
  return standingConsents(await consentOf(strapi, email, connection), reader !== null && mayEnd(reader));
}

/** What a request that is answered asks to be withdrawn. */
interface Withdrawal {
  kind: PersonRequestKind;
  email: string;
  purposes: readonly ConsentPurpose[];
}

/** Withdraws what was checked before. Adds to the ledger: last in its transaction. */
type Withdraw = (said: { at: number; actor: ConsentEvent['actor'] }) => Promise<void>;

/**
 * Checks that a request to withdraw a consent withdraws one for as long as any stands, and no other request does, and
 * keeps the reader from other transactions.
 *
 * @returns what withdraws them, or why that isn't done.
 */
export async function prepareWithdrawal(
  { strapi, records }: Setting,
  transaction: Transaction,
  { kind, email, purposes }: Withdrawal,
): Promise<Withdraw | PrivacyRefusal> {
  if (kind !== 'withdrawal') return purposes.length > 0 ? 'not-standing' : async () => undefined;
  const emailIndex = records.blindIndex('email', email);
  const reader = await lockSubscriber(transaction, { email_index: emailIndex });
  const events = await consentOf(strapi, email, transaction);
  const standing = standingConsents(events, reader !== null && mayEnd(reader));
  if (purposes.some((purpose) => !standing.includes(purpose))) return 'not-standing';
  if (purposes.length === 0 && standing.length > 0) return 'not-withdrawn';
  return async (said) => {
    for (const purpose of purposes) {
      if (purpose === 'newsletter') await endNewsletter({ strapi, records }, transaction, reader, said);
      else {
        const about = events.findLast((event) => event.purpose === purpose);
        if (about === undefined) continue;
        await appendConsent(strapi, transaction, {
          ...{ kind: 'withdrawn', purpose, email, locale: about.locale, wording: about.wording },
          ...{ page: null, formVersion: null, at: new Date(said.at), actor: said.actor, detail: DETAIL },
        });
      }
    }
  };
}

const DETAIL = { channel: 'person-request' };

async function endNewsletter(
  setting: Setting,
  transaction: Transaction,
  reader: Subscriber | null,
  { at, actor }: Parameters<Withdraw>[0],
): Promise<void> {
  if (reader === null) return;
  const occasion = { locale: reader.locale, at, now: at, actor, detail: DETAIL };
  await withdraw(setting, transaction, reader, occasion);
}
