import { inquiryFilesPath, parseAddress } from '@passerelle/contracts';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Act, type AtHand, actOn, type Done } from '../../inquiry/adapters/act.ts';
import { insertEvent } from '../../inquiry/adapters/event-rows.ts';
import { openInquiry } from '../../inquiry/adapters/inquiry-content.ts';
import { tokenHash } from '../../inquiry/adapters/inquiry-handler.ts';
import type { InquirySetting } from '../../inquiry/adapters/inquiry-setting.ts';
import { mail } from '../../inquiry/adapters/visitor-mails.ts';
import { INVITATION_MS } from '../domain/invitation.ts';
import { endInvitations, insertInvitation } from './invitation-rows.ts';

/** Has a visitor send files, and gives the address of their page: the only place where its secret is. */
export async function openInvitation(
  setting: InquirySetting,
  { transaction, row, seal, actor, at }: AtHand,
  most: number,
): Promise<string> {
  const { id: inquiry, reference, language } = row.state;
  const [id, token, endsAt] = [setting.newId(), setting.newToken(), at + INVITATION_MS];
  const invitation = { id, inquiry, at, endsAt, actor, most, received: 0 };
  await insertInvitation(transaction, invitation, tokenHash(token));
  await recordAudit(transaction, {
    at: new Date(at),
    actor,
    action: 'files-invited',
    subject: `inquiry/${reference}`,
    detail: JSON.stringify({ invitation: id, most }),
  });
  await insertEvent(transaction, seal, { id: setting.newId(), inquiry, at, actor, kind: 'files-invited' });
  return `${setting.siteUrl}${inquiryFilesPath(language)}?token=${token}`;
}

/** Asks a visitor for files by mail. */
export function invite(setting: InquirySetting, act: Act, most: number): Promise<Done | undefined> {
  return actOn(setting, act, async (atHand) => {
    const { transaction, row, seal, open } = atHand;
    const { id: inquiry, reference, language, status } = row.state;
    if (status === 'unconfirmed') return 'not-confirmed';
    const { email } = await openInquiry(open, row);
    if (parseAddress(email) === null) return 'address-unusable';
    const url = await openInvitation(setting, atHand, most);
    await mail(
      setting,
      transaction,
      { id: inquiry, reference, email, language, seal },
      {
        template: 'inquiry-files',
        data: { reference, url, most },
      },
    );
    return null;
  });
}

/** Ends what a visitor was asked for: nothing more can be sent on its link. */
export function withdraw(setting: InquirySetting, act: Act): Promise<Done | undefined> {
  return actOn(setting, act, async ({ transaction, row, seal, actor, at }) => {
    const { id: inquiry, reference } = row.state;
    if (!(await endInvitations(transaction, inquiry, at))) return null;
    const subject = `inquiry/${reference}`;
    await recordAudit(transaction, {
      at: new Date(at),
      actor,
      action: 'files-withdrawn',
      subject,
      detail: null,
    });
    await insertEvent(transaction, seal, {
      id: setting.newId(),
      inquiry,
      at,
      actor,
      kind: 'files-withdrawn',
    });
    return null;
  });
}
