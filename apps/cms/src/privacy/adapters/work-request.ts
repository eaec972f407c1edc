import { hash } from 'node:crypto';
import type { CloseRequestBody, PersonRequestKind, PrivacyRefusal } from '@passerelle/contracts';
import type { ConsentEvent } from '../../consent/ledger.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Transaction } from '../../platform/jobs/database.ts';
import { FETCH_MS, FETCHES, mayBePutOff } from '../domain/clock.ts';
import { endOfOfficeDay } from '../domain/office-day.ts';
import { tellAnswered, tellExtended, tellRefused } from './answer-mails.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { openRequestContent, type RequestContent, sealWords } from './request-content.ts';
import { closeRequest, letFetch, type PersonRequestRow, putOff, readRequest } from './request-rows.ts';
import { prepareWithdrawal } from './withdraw-consents.ts';

/** Which requests are answered with what is kept of the person. */
const FETCHED: ReadonlySet<PersonRequestKind> = new Set(['access', 'portability']);

interface Worked {
  transaction: Transaction;
  row: PersonRequestRow;
  content: RequestContent;
  at: Date;
}

/**
 * Answers or refuses a request that is open, and tells its person; undefined when there is none. Who asked to be erased
 * is answered by the erasure alone: it closes what is open. To withdraw a consent is answered by its end, in the same
 * transaction.
 */
export function answerRequest(
  setting: PrivacySetting,
  { id, actor, ledgerActor }: { id: string; actor: string; ledgerActor: ConsentEvent['actor'] },
  closing: CloseRequestBody,
): Promise<PrivacyRefusal | null | undefined> {
  return workOn(setting, id, async ({ transaction, row, content, at }) => {
    const { reference, kind } = row;
    const { outcome, reason } = closing;
    if (outcome === 'done' && kind === 'erasure') return 'not-erased';
    const purposes = closing.outcome === 'done' ? [...new Set(closing.withdraws)] : [];
    const { email } = content;
    const withdrawing =
      outcome === 'done' ? await prepareWithdrawal(setting, transaction, { kind, email, purposes }) : null;
    if (typeof withdrawing === 'string') return withdrawing;
    const sealed = {
      reason: await sealWords(setting.records, row, 'reason', reason),
      provision:
        closing.outcome === 'refused'
          ? await sealWords(setting.records, row, 'provision', closing.provision)
          : null,
    };
    await closeRequest(transaction, id, { status: outcome, at: at.getTime(), by: actor, sealed });
    await recordAudit(transaction, {
      ...{ at, actor, action: 'person-request-closed', subject: `person-request/${reference}` },
      detail: JSON.stringify({ outcome, ...(purposes.length > 0 && { withdraws: purposes }) }),
    });
    if (closing.outcome === 'refused') {
      const { provision } = closing;
      await tellRefused(setting, transaction, row, content.email, { provision, reason });
      return null;
    }
    const token = FETCHED.has(kind) ? setting.newToken() : null;
    if (token !== null) {
      const fetch = { hash: hash('sha256', token), until: at.getTime() + FETCH_MS, times: FETCHES };
      await letFetch(transaction, id, fetch);
    }
    await tellAnswered(setting, transaction, row, content.email, { answer: reason, token });
    await withdrawing?.({ at: at.getTime(), actor: ledgerActor });
    return null;
  });
}

/** Puts off a request that is open to the end of a day, and tells its person; undefined when there is none. */
export function extendRequest(
  setting: PrivacySetting,
  { id, actor }: { id: string; actor: string },
  { until, reason }: { until: string; reason: string },
): Promise<PrivacyRefusal | null | undefined> {
  return workOn(setting, id, async ({ transaction, row, content, at }) => {
    const dueAt = endOfOfficeDay(until);
    if (!mayBePutOff(row, dueAt)) return 'date-wrong';
    const sealed = await sealWords(setting.records, row, 'extension', reason);
    await putOff(transaction, id, { dueAt, at: at.getTime(), reason: sealed });
    await recordAudit(transaction, {
      ...{ at, actor, action: 'person-request-extended', subject: `person-request/${row.reference}` },
      detail: JSON.stringify({ until }),
    });
    await tellExtended(setting, transaction, row, content.email, { dueAt, reason });
    return null;
  });
}

/** Does something to a request that is open and whose person is known, while nobody else does. */
async function workOn(
  { strapi, records, clock }: PrivacySetting,
  id: string,
  work: (worked: Worked) => Promise<PrivacyRefusal | null>,
): Promise<PrivacyRefusal | null | undefined> {
  const at = clock();
  return strapi.db.transaction(async ({ trx }) => {
    const row = await readRequest(trx, { id }, { lock: true });
    if (row === null) return undefined;
    if (row.status === 'unconfirmed') return 'not-confirmed';
    const content = row.status === 'open' ? await openRequestContent(records, row) : null;
    return content === null ? 'request-closed' : work({ transaction: trx, row, content, at });
  });
}
