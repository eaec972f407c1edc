import type { InquiryStatus } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { InquiryState } from '../domain/inquiry.ts';
import type { InquirySetting } from './inquiry-setting.ts';

type Announced = Pick<InquiryState, 'reference' | 'language' | 'programme' | 'receivedAt'>;

/** Tells other systems, if there are any, of an inquiry that is to be worked on. */
export async function announceCreated(
  { announce }: InquirySetting,
  transaction: Transaction,
  inquiry: Announced,
  at: number,
): Promise<void> {
  await announce?.(transaction, {
    type: 'inquiry.created',
    timestamp: new Date(at).toISOString(),
    data: dataOf(inquiry, { from: null, to: 'new' }),
  });
}

/** Tells them that staff led it from one status to another. */
export async function announceStep(
  { announce }: InquirySetting,
  transaction: Transaction,
  inquiry: Announced,
  { at, ...step }: { from: InquiryStatus; to: InquiryStatus; at: number },
): Promise<void> {
  await announce?.(transaction, {
    type: 'inquiry.transitioned',
    timestamp: new Date(at).toISOString(),
    data: dataOf(inquiry, step),
  });
}

function dataOf(
  { reference, language, programme, receivedAt }: Announced,
  { from, to }: { from: InquiryStatus | null; to: InquiryStatus },
) {
  const received = new Date(receivedAt).toISOString();
  return { reference, from, status: to, language, programme, receivedAt: received };
}
