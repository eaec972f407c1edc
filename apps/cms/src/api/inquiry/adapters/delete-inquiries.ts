import type { Transaction } from '../../../platform/jobs/database.ts';
import { eraseInquiryFiles } from '../../inquiry-files/adapters/erase-files.ts';
import { INQUIRIES } from './inquiry-rows.ts';

/** Deletes inquiries with all that belongs to them. What isn't deleted here outlives them. */
export async function deleteInquiries(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction('passerelle_inquiry_names').whereIn('inquiry', ids).delete();
  await transaction('passerelle_inquiry_events').whereIn('inquiry', ids).delete();
  await transaction('passerelle_inquiry_replies').whereIn('inquiry', ids).delete();
  await eraseInquiryFiles(transaction, ids);
  await transaction(INQUIRIES).whereIn('id', ids).delete();
}
