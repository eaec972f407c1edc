import type { InquiryPriority, InquiryStatus, Suspicion } from '@passerelle/contracts';
import { z } from 'zod';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { INQUIRIES, type InquiryRow } from './inquiry-rows.ts';

/** What is written of an inquiry that has just come. */
export interface NewInquiry {
  id: string;
  status: InquiryStatus;
  priority: InquiryPriority;
  language: string;
  programme: string | null;
  suspicions: readonly Suspicion[];
  receivedAt: number;
  dueAt: number | null;
  confirm: { hash: string; until: number } | null;
  wrappedKey: string;
  kid: string;
  emailIndex: string;
  telephoneIndex: string | null;
  sealed: Omit<InquiryRow['sealed'], 'next_action'>;
}

const referencesSchema = z.array(z.object({ reference: z.string() }));

/** Writes an inquiry; false where another one has the reference. */
export async function insertInquiry(
  transaction: Transaction,
  inquiry: NewInquiry,
  reference: string,
): Promise<boolean> {
  const rows: unknown = await transaction(INQUIRIES)
    .insert({
      id: inquiry.id,
      reference,
      version: 1,
      status: inquiry.status,
      priority: inquiry.priority,
      assignee: null,
      language: inquiry.language,
      programme: inquiry.programme,
      tags: '[]',
      suspicions: JSON.stringify(inquiry.suspicions),
      received_at: inquiry.receivedAt,
      changed_at: inquiry.receivedAt,
      due_at: inquiry.dueAt,
      paused_ms: 0,
      legal_hold: false,
      confirm_hash: inquiry.confirm?.hash ?? null,
      confirm_until: inquiry.confirm?.until ?? null,
      wrapped_key: inquiry.wrappedKey,
      kid: inquiry.kid,
      email_index: inquiry.emailIndex,
      telephone_index: inquiry.telephoneIndex,
      ...inquiry.sealed,
    })
    .onConflict('reference')
    .ignore()
    .returning('reference');
  return referencesSchema.parse(rows).length === 1;
}
