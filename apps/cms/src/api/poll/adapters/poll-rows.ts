import { type PollCounts, pollCountsSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Course } from '../domain/course.ts';
import { type Paper, paperSchema } from '../domain/paper.ts';

const TABLE = 'passerelle_polls';

/** PostgreSQL hands a bigint over as text. */
const instant = z.coerce.number();
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

/** The columns of a course, as the database gives them. */
export const courseColumns = {
  opened_at: instant,
  closed_at: instant.nullable(),
  counts_at: instant.nullable(),
  counted_at: instant.nullable(),
  reset_at: instant.nullable(),
};

const rowSchema = z
  .object({
    document_id: z.string(),
    secret: z.string().nullable(),
    ...courseColumns,
    paper: json(paperSchema),
    result: json(pollCountsSchema).nullable(),
    hash: z.string().nullable(),
  })
  .transform(({ opened_at, closed_at, counts_at, counted_at, reset_at, document_id, ...row }) => ({
    ...row,
    documentId: document_id,
    course: {
      openedAt: opened_at,
      closedAt: closed_at,
      countsAt: counts_at,
      countedAt: counted_at,
      resetAt: reset_at,
    } satisfies Course,
  }));

/** A poll since it opened. `secret` is null once it is counted out, `result` and `hash` are until then. */
export type PollRow = z.output<typeof rowSchema>;

/** A poll's row; null for one that has never opened. */
export async function readPollRow(
  connection: Connection | Transaction,
  documentId: string,
): Promise<PollRow | null> {
  const row = await connection(TABLE).where({ document_id: documentId }).first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** The polls something may still happen to by itself: those that aren't counted out. */
export async function readUncounted(connection: Connection | Transaction): Promise<PollRow[]> {
  return z.array(rowSchema).parse(await connection(TABLE).whereNull('counted_at').orderBy('document_id'));
}

/** Which of some polls have ever opened. */
export async function readOpened(
  connection: Connection | Transaction,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const rows = await connection(TABLE)
    .select('document_id')
    .whereIn('document_id', [...documentIds]);
  return new Set(
    z
      .array(z.object({ document_id: z.string() }))
      .parse(rows)
      .map((row) => row.document_id),
  );
}

/** Writes a poll that opens. */
export async function insertPollRow(
  transaction: Transaction,
  poll: { documentId: string; secret: string | null; paper: Paper; openedAt: number },
): Promise<void> {
  await transaction(TABLE).insert({
    document_id: poll.documentId,
    secret: poll.secret,
    opened_at: poll.openedAt,
    paper: JSON.stringify(poll.paper),
  });
}

/** What may change of a poll that has opened. */
type PollChange = {
  secret?: string | null;
  closed_at?: number;
  counts_at?: number;
  counted_at?: number;
  reset_at?: number;
  paper?: Paper;
  result?: PollCounts;
  hash?: string;
};

/** Changes a poll that has opened. */
export async function changePollRow(
  transaction: Transaction,
  documentId: string,
  { paper, result, ...columns }: PollChange,
): Promise<void> {
  await transaction(TABLE)
    .where({ document_id: documentId })
    .update({
      ...columns,
      ...(paper && { paper: JSON.stringify(paper) }),
      ...(result && { result: JSON.stringify(result) }),
    });
}

/** Forgets a poll that is deleted. */
export async function deletePollRow(transaction: Transaction, documentId: string): Promise<void> {
  await transaction(TABLE).where({ document_id: documentId }).delete();
}
