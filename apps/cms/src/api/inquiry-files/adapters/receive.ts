import {
  FILE_MOST_BYTES,
  type FileAnswer,
  type FileKind,
  type InvitationAnswer,
} from '@passerelle/contracts';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { withRetries } from '../../../platform/database/retries.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { insertEvent } from '../../inquiry/adapters/event-rows.ts';
import { recordOf } from '../../inquiry/adapters/inquiry-content.ts';
import { tokenHash } from '../../inquiry/adapters/inquiry-handler.ts';
import { type InquiryRow, readInquiry } from '../../inquiry/adapters/inquiry-rows.ts';
import { safeFileName } from '../domain/file-name.ts';
import { type Invitation, invitationFault } from '../domain/invitation.ts';
import { fileKindOf } from './file-kind.ts';
import { INQUIRY_FILES, insertFile } from './file-rows.ts';
import type { FilesSetting } from './files-setting.ts';
import { countReceived, lockInvitation, readInvitation } from './invitation-rows.ts';
import { askToScan } from './scan-job.ts';

/** A visitor's file as it comes in. */
export interface Incoming {
  token: string;
  /** As the visitor has it. */
  name: string;
  /** Of which no more is read than a file may have. */
  content: AsyncIterable<Uint8Array>;
}

type Refused = Extract<FileAnswer, { outcome: 'refused' }>;

/** An invitation with its inquiry, or why nothing can be sent on it. */
async function judge(
  connection: Connection | Transaction,
  invitation: Invitation | null,
  now: number,
): Promise<Refused | { invitation: Invitation; inquiry: InquiryRow }> {
  const inquiry = invitation === null ? null : await readInquiry(connection, { id: invitation.inquiry });
  const code = invitationFault(invitation, inquiry?.state.status ?? null, now);
  if (code !== null) return { outcome: 'refused', code };
  if (invitation === null || inquiry === null) return { outcome: 'refused', code: 'invitation-unknown' };
  return { invitation, inquiry };
}

/** How an invitation stands, for the page behind its link. */
export async function lookAtInvitation(
  { inquiries: { strapi, clock } }: FilesSetting,
  token: string,
): Promise<InvitationAnswer> {
  const { connection } = strapi.db;
  const found = await readInvitation(connection, tokenHash(token));
  const judged = await judge(connection, found, clock().getTime());
  if ('outcome' in judged) return judged;
  const { most, received, endsAt } = judged.invitation;
  const { language } = judged.inquiry.state;
  return { outcome: 'open', language, left: most - received, endsAt: new Date(endsAt).toISOString() };
}

/** Takes a file: encrypted on disk before anything tells of it, and held until the scanner has seen it. */
export async function receiveFile(setting: FilesSetting, incoming: Incoming): Promise<FileAnswer> {
  const { strapi, clock, newId } = setting.inquiries;
  // Before anything is read: whoever has no invitation gets no memory either.
  const { connection } = strapi.db;
  const found = await readInvitation(connection, tokenHash(incoming.token));
  const before = await judge(connection, found, clock().getTime());
  if ('outcome' in before) return before;
  const bytes = await readAtMost(incoming.content, FILE_MOST_BYTES);
  if (bytes === null) return { outcome: 'refused', code: 'too-large' };
  const content = await fileKindOf(bytes);
  if ('fault' in content) return { outcome: 'refused', code: content.fault };
  const id = newId();
  const key = await setting.files.write(id, bytes);
  const name = safeFileName(incoming.name, content.kind);
  const file = { id, key, name, kind: content.kind, bytes: bytes.length, token: incoming.token };
  const answer = await store(setting, file).catch(async (error: unknown) => {
    await setting.files.destroy(id);
    throw error;
  });
  if (answer.outcome === 'refused') await setting.files.destroy(id);
  return answer;
}

/** Reads a stream whole; null when it is longer than allowed. */
async function readAtMost(content: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Written {
  id: string;
  key: string;
  name: string;
  kind: FileKind;
  bytes: number;
  token: string;
}

function store({ inquiries }: FilesSetting, file: Written): Promise<FileAnswer> {
  const { strapi, records, clock, jobs } = inquiries;
  const { id, key, name, kind, bytes, token } = file;
  const run = async (): Promise<FileAnswer> =>
    strapi.db.transaction(async ({ trx }): Promise<FileAnswer> => {
      const at = clock();
      const judged = await judge(trx, await lockInvitation(trx, tokenHash(token)), at.getTime());
      if ('outcome' in judged) return judged;
      const { invitation, inquiry } = judged;
      const { seal, wrappedKey, kid } = await records.newRecord(INQUIRY_FILES, id);
      await insertFile(trx, {
        ...{ id, inquiry: invitation.inquiry, invitation: invitation.id, at: at.getTime(), kind, bytes },
        ...{ state: 'held', checkedAt: null, wrappedKey, kid },
        name: await seal('name', name),
        contentKey: await seal('content_key', key),
      });
      await countReceived(trx, invitation.id);
      await insertEvent(trx, (await recordOf(records, inquiry)).seal, {
        ...{ id: inquiries.newId(), inquiry: invitation.inquiry, at: at.getTime(), actor: null },
        kind: 'file-received',
      });
      await recordAudit(trx, {
        at,
        actor: null,
        action: 'file-received',
        subject: `inquiry/${inquiry.state.reference}`,
        detail: JSON.stringify({ file: id, kind, bytes }),
      });
      await askToScan(jobs, trx);
      return { outcome: 'received', name, left: invitation.most - invitation.received - 1 };
    });
  return withRetries(run, Math.random);
}
