import type { DeskRefusal } from '@passerelle/contracts';
import type { OpenField, SealField } from '../../../platform/crypto/personal-records.ts';
import { withRetries } from '../../../platform/database/retries.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { recordOf } from './inquiry-content.ts';
import { changeInquiry, type InquiryChange, type InquiryRow, lockInquiry } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';

/** What somebody of the staff does to an inquiry. */
export interface Act {
  id: string;
  /** What they had read; null where nothing is written over. */
  version: number | null;
  /** As the timeline names them. */
  actor: string;
}

/** An inquiry at hand, within a transaction. */
export interface AtHand {
  transaction: Transaction;
  row: InquiryRow;
  seal: SealField;
  open: OpenField;
  actor: string;
  at: number;
  /** Changes it; false where somebody else has just done so: then nothing else is to be written. */
  change(change: InquiryChange): Promise<boolean>;
}

/** Null when it is done. What refuses has written nothing. */
export type Done = DeskRefusal | null;

/** Does something to an inquiry in one transaction. Undefined when there is no such inquiry. */
export async function actOn(
  setting: InquirySetting,
  { id, version, actor }: Act,
  work: (atHand: AtHand) => Promise<Done>,
): Promise<Done | undefined> {
  const { strapi, records, clock } = setting;
  const run = () =>
    strapi.db.transaction(async ({ trx }) => {
      const row = await lockInquiry(trx, { id });
      if (row === null) return undefined;
      if (version !== null && row.state.version !== version) return 'changed-meanwhile';
      const { seal, open } = await recordOf(records, row);
      const at = clock().getTime();
      const change = (wish: InquiryChange) => changeInquiry(trx, row.state, wish, at);
      return work({ transaction: trx, row, seal, open, actor, at, change });
    });
  return withRetries(run, Math.random);
}
