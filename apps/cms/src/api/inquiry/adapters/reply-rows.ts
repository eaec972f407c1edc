import {
  type InquiryReply,
  inquiryReplySchema,
  type ReplyKind,
  type ReplyState,
  replyKindSchema,
  replyStateSchema,
} from '@passerelle/contracts';
import { z } from 'zod';
import type { OpenField, SealField } from '../../../platform/crypto/personal-records.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

const TABLE = 'passerelle_inquiry_replies';

/** An answer to an inquiry, before it is sent or with it. */
export interface NewReply {
  id: string;
  inquiry: string;
  kind: ReplyKind;
  state: ReplyState;
  author: string;
  writtenAt: number;
  subject: string;
  body: string;
  /** How many files it invites to send; null when none. */
  files: number | null;
}

const fieldOf = (id: string) => `reply ${id}`;
const contentSchema = z.object({
  subject: z.string(),
  body: z.string(),
  files: z.int().nullable().default(null),
});

/** Writes a reply down. */
export async function insertReply(
  transaction: Transaction,
  seal: SealField,
  { id, inquiry, kind, state, author, writtenAt, subject, body, files }: NewReply,
): Promise<void> {
  await transaction(TABLE).insert({
    id,
    inquiry,
    kind,
    state,
    author,
    written_at: writtenAt,
    sent_at: state === 'sent' ? writtenAt : null,
    content: await seal(fieldOf(id), JSON.stringify({ subject, body, files })),
  });
}

/** Writes down what was decided of a reply that waits. */
export async function decideReply(
  transaction: Transaction,
  id: string,
  decision: { state: 'sent' | 'sent-back'; by: string; at: number },
): Promise<void> {
  const { state, by, at } = decision;
  await transaction(TABLE)
    .where({ id, state: 'awaiting-approval' })
    .update({ state, decided_by: by, sent_at: state === 'sent' ? at : null });
}

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    kind: replyKindSchema,
    state: replyStateSchema,
    author: z.string(),
    written_at: z.coerce.number(),
    decided_by: z.string().nullable(),
    sent_at: z.preprocess((value) => value ?? null, z.coerce.number().nullable()),
    content: z.string(),
  }),
);

/** The replies to an inquiry, oldest first. */
export async function readReplies(
  connection: Connection | Transaction,
  open: OpenField,
  inquiry: string,
): Promise<InquiryReply[]> {
  const rows = rowsSchema.parse(await connection(TABLE).where({ inquiry }).orderBy(['written_at', 'id']));
  return Promise.all(
    rows.map(async ({ id, kind, state, author, written_at, decided_by, sent_at, content }) => {
      const { subject, body, files } = contentSchema.parse(JSON.parse(await open(fieldOf(id), content)));
      return inquiryReplySchema.parse({
        ...{ id, kind, state, author, subject, body, files },
        writtenAt: new Date(written_at).toISOString(),
        decidedBy: decided_by,
        sentAt: sent_at === null ? null : new Date(sent_at).toISOString(),
      });
    }),
  );
}
