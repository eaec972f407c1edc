import { inquiryFilesPath, parseAddress } from '@passerelle/contracts';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Act, actOn, type Done } from '../../inquiry/adapters/act.ts';
import { openInquiry } from '../../inquiry/adapters/inquiry-content.ts';
import { tokenHash } from '../../inquiry/adapters/inquiry-handler.ts';
import type { InquirySetting } from '../../inquiry/adapters/inquiry-setting.ts';
import { mail } from '../../inquiry/adapters/visitor-mails.ts';
import { INVITATION_MS } from '../domain/invitation.ts';
import { insertInvitation } from './invitation-rows.ts';

/** Asks a visitor for files by mail. The link is the only place where its secret is. */
export function invite(setting: InquirySetting, act: Act, most: number): Promise<Done | undefined> {
  return actOn(setting, act, async ({ transaction, row, seal, open, actor, at }) => {
    const { id: inquiry, reference, language, status } = row.state;
    if (status === 'unconfirmed') return 'not-confirmed';
    const { email } = await openInquiry(open, row);
    if (parseAddress(email) === null) return 'address-unusable';
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
    const url = `${setting.siteUrl}${inquiryFilesPath(language)}?token=${token}`;
    await mail(
      setting,
      transaction,
      { id: inquiry, reference, email, language, seal },
      {
        template: 'inquiry-files',
        data: { reference, url, most },
        key: `inquiry invitation ${id}`,
      },
    );
    return null;
  });
}
