import type { InquiryStatus } from '@passerelle/contracts';

/** A way from one status to another; `needsReason` where somebody will ask one day why it was taken. */
interface Step {
  to: InquiryStatus;
  needsReason: boolean;
}

const free = (...statuses: InquiryStatus[]): Step[] => statuses.map((to) => ({ to, needsReason: false }));
const reasoned = (...statuses: InquiryStatus[]): Step[] => statuses.map((to) => ({ to, needsReason: true }));

const ENDS = reasoned('declined', 'referred', 'closed');

/** Where staff may lead an inquiry (I5). What has ended is taken up again for a reason alone. */
const STEPS: Readonly<Record<InquiryStatus, readonly Step[]>> = {
  // The visitor's confirmation leads to `new` too, without staff.
  unconfirmed: [...reasoned('new', 'closed'), ...free('spam')],
  new: [...free('triaged', 'assigned', 'spam'), ...ENDS],
  triaged: [...free('assigned', 'awaiting-client', 'spam'), ...ENDS],
  assigned: [...free('triaged', 'awaiting-client', 'consultation-booked', 'spam'), ...ENDS],
  'awaiting-client': [...free('assigned', 'consultation-booked', 'converted'), ...ENDS],
  'consultation-booked': [...free('assigned', 'awaiting-client', 'converted'), ...ENDS],
  converted: [...free('closed'), ...reasoned('assigned')],
  declined: [...free('closed'), ...reasoned('assigned')],
  referred: [...free('closed'), ...reasoned('assigned')],
  spam: [...reasoned('new'), ...free('closed')],
  closed: reasoned('assigned'),
};

/** The ways on from a status. */
export function stepsFrom(status: InquiryStatus): readonly Step[] {
  return STEPS[status];
}

/** Statuses in which nobody is waited for any more. */
const ENDED: readonly InquiryStatus[] = ['converted', 'declined', 'referred', 'spam', 'closed'];
export const hasEnded = (status: InquiryStatus): boolean => ENDED.includes(status);

/** Statuses in which the time to answer runs. A booked consultation has its own day. */
const RUNNING: readonly InquiryStatus[] = ['new', 'triaged', 'assigned'];
export const isRunning = (status: InquiryStatus): boolean => RUNNING.includes(status);

export type StepRefusal = 'transition-not-allowed' | 'reason-missing' | 'assignee-missing';

/** Whether an inquiry may go from one status to another; null when it may. */
export function refusalOfStep(
  from: InquiryStatus,
  { to, reason, assigned }: { to: InquiryStatus; reason: string; assigned: boolean },
): StepRefusal | null {
  const step = STEPS[from].find((one) => one.to === to);
  if (step === undefined) return 'transition-not-allowed';
  if (step.needsReason && reason.trim() === '') return 'reason-missing';
  if (to === 'assigned' && !assigned) return 'assignee-missing';
  return null;
}
