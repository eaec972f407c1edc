import { type InquiryReply, parseAddress, type ReplyBody } from '@passerelle/contracts';
import { dueAfterAnswer, minutesToAnswer } from '../domain/due.ts';
import { type Act, type AtHand, actOn, type Done } from './act.ts';
import { insertEvent } from './event-rows.ts';
import { openInquiry } from './inquiry-content.ts';
import type { InquiryChange } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';
import { decideReply, insertReply, readReplies } from './reply-rows.ts';
import { mail } from './visitor-mails.ts';

/** Somebody of the staff who answers. */
export interface Answering extends Act {
  /** As the mail signs it. */
  name: string;
  /** Whether they may give advice: a licensee. */
  advises: boolean;
}

/** Answers an inquiry by mail. Advice by somebody who may not give it waits for a licensee (I6). */
export function reply(
  setting: InquirySetting,
  act: Answering,
  { kind, subject, body, files }: Omit<ReplyBody, 'version'>,
): Promise<Done | undefined> {
  return actOn(setting, act, async (atHand) => {
    const { transaction, row, seal, open, actor, at, change } = atHand;
    const { id: inquiry, status } = row.state;
    if (status === 'unconfirmed') return 'not-confirmed';
    const { email } = await openInquiry(open, row);
    if (parseAddress(email) === null) return 'address-unusable';
    const waits = kind === 'advice' && !act.advises;
    if (!(await change(waits ? {} : await answered(setting, atHand)))) return 'changed-meanwhile';
    const id = setting.newId();
    const state = waits ? 'awaiting-approval' : 'sent';
    await insertReply(transaction, seal, {
      ...{ id, inquiry, kind, state, subject, body, files },
      author: actor,
      writtenAt: at,
    });
    const event = { id: setting.newId(), inquiry, at, actor, reply: id };
    await insertEvent(transaction, seal, { ...event, kind: waits ? 'advice-proposed' : 'replied' });
    if (!waits) await send(setting, atHand, { id, kind, subject, body, files }, act.name, email);
    return null;
  });
}

/** A licensee's decision on advice that waits: it goes as it was written, or back to whoever wrote it. */
export function decide(
  setting: InquirySetting,
  act: Answering,
  { reply: id, approve, reason }: { reply: string; approve: boolean; reason: string },
): Promise<Done | undefined> {
  return actOn(setting, act, async (atHand) => {
    const { transaction, row, seal, open, actor, at, change } = atHand;
    const inquiry = row.state.id;
    const found = (await readReplies(transaction, open, inquiry)).find((one) => one.id === id);
    if (found?.state !== 'awaiting-approval') return 'reply-not-waiting';
    if (!approve && reason === '') return 'reason-missing';
    const { email } = await openInquiry(open, row);
    if (!(await change(approve ? await answered(setting, atHand) : {}))) return 'changed-meanwhile';
    await decideReply(transaction, id, { state: approve ? 'sent' : 'sent-back', by: actor, at });
    const kind = approve ? 'advice-approved' : 'advice-sent-back';
    const event = { id: setting.newId(), inquiry, at, actor, kind, reply: id } as const;
    await insertEvent(transaction, seal, { ...event, text: reason });
    if (approve) await send(setting, atHand, found, act.name, email);
    return null;
  });
}

/** What an answer changes: nothing is due any more, and the first one's time is counted. */
async function answered(setting: InquirySetting, { row, at }: AtHand): Promise<InquiryChange> {
  const { receivedAt, respondedAt, due } = row.state;
  if (respondedAt !== null) return { due: dueAfterAnswer(due) };
  const { calendar } = await setting.readSetting();
  const responseMinutes = minutesToAnswer(calendar, { receivedAt, answeredAt: at, due });
  return { due: dueAfterAnswer(due), respondedAt: at, responseMinutes };
}

async function send(
  setting: InquirySetting,
  atHand: AtHand,
  { id, kind, subject, body, files: most }: Pick<InquiryReply, 'id' | 'kind' | 'subject' | 'body' | 'files'>,
  signedBy: string,
  email: string,
): Promise<boolean> {
  const { transaction, row, seal } = atHand;
  const files = most === null ? null : { most, url: await setting.openInvitation(setting, atHand, most) };
  const { id: inquiry, reference, language } = row.state;
  const about = { id: inquiry, reference, email, language, seal };
  return mail(setting, transaction, about, {
    template: 'inquiry-reply',
    data: { reference, kind, subject, body, signedBy, files },
    key: `inquiry reply ${id}`,
  });
}
