import type { FileKind, InquiryFiles } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { insertEvent } from '../../inquiry/adapters/event-rows.ts';
import { recordOf } from '../../inquiry/adapters/inquiry-content.ts';
import { readInquiry } from '../../inquiry/adapters/inquiry-rows.ts';
import type { Staff } from '../../inquiry-desk/domain/staff.ts';
import { INQUIRY_FILES, readFileRow, readFileRows } from '../adapters/file-rows.ts';
import { filesSettingOf } from '../adapters/files-setting.ts';
import { readInvitations } from '../adapters/invitation-rows.ts';
import { invite, withdraw } from '../adapters/invite.ts';

/** What staff do with visitors' files. Undefined: there is no such inquiry, or no file that can be read. */
const deskFiles = ({ strapi }: { strapi: Core.Strapi }) => {
  const setting = () => filesSettingOf(strapi);
  const iso = (instant: number) => new Date(instant).toISOString();

  return {
    invite: ({ actor }: Staff, id: string, most: number) =>
      invite(setting().inquiries, { id, version: null, actor }, most),

    /** Ends what was asked for. */
    withdraw: ({ actor }: Staff, id: string) => withdraw(setting().inquiries, { id, version: null, actor }),

    /** What came, and what was asked for; on record, since names say something of a person. */
    async list({ actor }: Staff, inquiry: string): Promise<InquiryFiles | undefined> {
      const { inquiries, isScannerThere } = setting();
      const { records, clock } = inquiries;
      const scanner = await isScannerThere();
      return strapi.db.transaction(async ({ trx }) => {
        const row = await readInquiry(trx, { id: inquiry });
        if (row === null) return undefined;
        const subject = `inquiry/${row.state.reference}`;
        await recordAudit(trx, { at: clock(), actor, action: 'files-listed', subject, detail: null });
        const files = await Promise.all(
          (await readFileRows(trx, inquiry)).map(async (file) => {
            const { open } = await records.openRecord(INQUIRY_FILES, file.id, file.wrappedKey);
            const { id, invitation, kind, bytes, state, checkedAt } = file;
            const name = await open('name', file.name);
            const checked = checkedAt === null ? null : iso(checkedAt);
            return { id, invitation, at: iso(file.at), name, kind, bytes, state, checkedAt: checked };
          }),
        );
        const invitations = (await readInvitations(trx, inquiry)).map(
          ({ id, at, endsAt, actor: by, most, received }) => ({
            ...{ id, at: iso(at), endsAt: iso(endsAt), actor: by, most, received },
          }),
        );
        return { invitations, files, scanner };
      });
    },

    /** A file that the scanner has found clean. Nothing is handed out that isn't on record first. */
    async download(
      { actor }: Staff,
      inquiry: string,
      id: string,
    ): Promise<{ name: string; kind: FileKind; bytes: Buffer } | undefined> {
      const { inquiries, files } = setting();
      const file = await readFileRow(strapi.db.connection, { id, inquiry });
      if (file === null || file.state !== 'clean' || file.contentKey === null) return undefined;
      const { open } = await inquiries.records.openRecord(INQUIRY_FILES, id, file.wrappedKey);
      const bytes = await files.read(id, await open('content_key', file.contentKey));
      const name = await open('name', file.name);
      const known = await strapi.db.transaction(async ({ trx }) => {
        const row = await readInquiry(trx, { id: inquiry });
        if (row === null) return false;
        const at = inquiries.clock();
        const { seal } = await recordOf(inquiries.records, row);
        const event = { id: inquiries.newId(), inquiry, at: at.getTime(), actor };
        await insertEvent(trx, seal, { ...event, kind: 'file-downloaded' });
        await recordAudit(trx, {
          at,
          actor,
          action: 'file-downloaded',
          subject: `inquiry/${row.state.reference}`,
          detail: JSON.stringify({ file: id }),
        });
        return true;
      });
      return known ? { name, kind: file.kind, bytes } : undefined;
    },
  };
};

export default deskFiles;
