import type { DetailsBody, InquiryStatus } from '@passerelle/contracts';
import { dueAfterStep } from '../domain/due.ts';
import type { InquiryState } from '../domain/inquiry.ts';
import { refusalOfStep } from '../domain/life.ts';
import { type Act, type AtHand, actOn, type Done } from './act.ts';
import { announceStep } from './announce.ts';
import { insertEvent } from './event-rows.ts';
import { openInquiry } from './inquiry-content.ts';
import type { InquiryChange } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';
import { mailReceipt } from './visitor-mails.ts';

/** Leads an inquiry from one status to another. */
export function transition(
  setting: InquirySetting,
  act: Act,
  { to, reason }: { to: InquiryStatus; reason: string },
): Promise<Done | undefined> {
  return actOn(setting, act, async (atHand) => {
    const { transaction, row, seal, actor, at, change } = atHand;
    const { id, status: from, due, assignee } = row.state;
    const refusal = refusalOfStep(from, { to, reason, assigned: assignee !== null });
    if (refusal !== null) return refusal;
    const { calendar, responseDays: days } = await setting.readSetting();
    const wish = { status: to, due: dueAfterStep(calendar, due, { from, to, at, days }) };
    if (!(await change(wish))) return 'changed-meanwhile';
    const event = { id: setting.newId(), inquiry: id, at, actor, kind: 'transition' } as const;
    await insertEvent(transaction, seal, { ...event, from, to, text: reason });
    await announceStep(setting, transaction, row.state, { from, to, at });
    if (to === 'new') await tellVisitor(setting, atHand, days);
    return null;
  });
}

/** What staff take out of the queue of spam, or confirm in the visitor's place, is told like any other. */
async function tellVisitor(
  setting: InquirySetting,
  { transaction, row, seal, open }: AtHand,
  days: number,
): Promise<void> {
  const { id, reference, language } = row.state;
  const { email } = await openInquiry(open, row);
  await mailReceipt(setting, transaction, { id, reference, email, language, seal }, days);
}

/**
 * Changes who works on it, its priority, programme, tags and next action. Assigning what is new makes it assigned, and
 * what nobody works on any more is triaged.
 */
export function changeDetails(
  setting: InquirySetting,
  act: Act,
  wish: Omit<DetailsBody, 'version'>,
): Promise<Done | undefined> {
  return actOn(setting, act, async ({ transaction, row, seal, actor, at, change }) => {
    const { id, status: from } = row.state;
    const { assignee, nextAction, priority, programme, tags } = wish;
    const to = statusFor(row.state, assignee);
    const changes: InquiryChange = {
      ...(assignee !== undefined && { assignee }),
      ...(priority !== undefined && { priority }),
      ...(programme !== undefined && { programme }),
      ...(tags !== undefined && { tags: [...new Set(tags)] }),
      ...(nextAction !== undefined && {
        nextAction: nextAction === null ? null : await seal('next_action', JSON.stringify(nextAction)),
      }),
    };
    const fields = Object.keys(changes);
    if (!(await change(to === from ? changes : { ...changes, status: to }))) return 'changed-meanwhile';
    const event = { id: setting.newId(), inquiry: id, at, actor, kind: 'details', fields } as const;
    await insertEvent(transaction, seal, to === from ? event : { ...event, from, to });
    if (to !== from) await announceStep(setting, transaction, row.state, { from, to, at });
    return null;
  });
}

function statusFor({ status }: InquiryState, assignee: number | null | undefined): InquiryStatus {
  if (typeof assignee === 'number' && (status === 'new' || status === 'triaged')) return 'assigned';
  return assignee === null && status === 'assigned' ? 'triaged' : status;
}

/** Adds a note of the staff's own. */
export function addNote(setting: InquirySetting, act: Act, text: string): Promise<Done | undefined> {
  return actOn(setting, act, async ({ transaction, row, seal, actor, at }) => {
    const event = { id: setting.newId(), inquiry: row.state.id, at, actor, kind: 'note', text } as const;
    await insertEvent(transaction, seal, event);
    return null;
  });
}

/** Keeps an inquiry from the purge, or no longer. */
export function setHold(
  setting: InquirySetting,
  act: Act,
  { hold, reason }: { hold: boolean; reason: string },
): Promise<Done | undefined> {
  return actOn(setting, act, async ({ transaction, row, seal, actor, at, change }) => {
    if (!(await change({ legalHold: hold }))) return 'changed-meanwhile';
    const event = { id: setting.newId(), inquiry: row.state.id, at, actor, kind: 'hold' } as const;
    await insertEvent(transaction, seal, { ...event, fields: [hold ? 'on' : 'off'], text: reason });
    return null;
  });
}
