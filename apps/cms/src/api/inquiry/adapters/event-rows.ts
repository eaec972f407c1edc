import {
  type InquiryEvent,
  type InquiryEventKind,
  type InquiryStatus,
  inquiryEventSchema,
} from '@passerelle/contracts';
import { z } from 'zod';
import type { OpenField, SealField } from '../../../platform/crypto/personal-records.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

const TABLE = 'passerelle_inquiry_events';

/** Something that happens to an inquiry. `text` is sealed; the rest names nothing personal. */
export interface NewEvent {
  id: string;
  inquiry: string;
  at: number;
  actor: string | null;
  kind: InquiryEventKind;
  from?: InquiryStatus;
  to?: InquiryStatus;
  fields?: readonly string[];
  reply?: string;
  text?: string;
}

const fieldOf = (id: string) => `event ${id}`;

/** Adds an event to an inquiry's course. */
export async function insertEvent(
  transaction: Transaction,
  seal: SealField,
  { id, inquiry, at, actor, kind, text, ...facts }: NewEvent,
): Promise<void> {
  await transaction(TABLE).insert({
    id,
    inquiry,
    at,
    actor,
    kind,
    facts: JSON.stringify(facts),
    content: text === undefined || text === '' ? null : await seal(fieldOf(id), text),
  });
}

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    at: z.coerce.number(),
    actor: z.string().nullable(),
    kind: z.string(),
    facts: z.string().transform((text): unknown => JSON.parse(text)),
    content: z.string().nullable(),
  }),
);

/** An inquiry's course, oldest first. */
export async function readEvents(
  connection: Connection | Transaction,
  open: OpenField,
  inquiry: string,
): Promise<InquiryEvent[]> {
  const rows = rowsSchema.parse(await connection(TABLE).where({ inquiry }).orderBy('sequence'));
  return Promise.all(
    rows.map(async ({ id, at, actor, kind, facts, content }) =>
      inquiryEventSchema.parse({
        ...z.looseObject({}).parse(facts),
        at: new Date(at).toISOString(),
        actor,
        kind,
        text: content === null ? null : await open(fieldOf(id), content),
      }),
    ),
  );
}
