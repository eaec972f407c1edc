import { type FileState, fileKindSchema, fileStateSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

export const INQUIRY_FILES = 'passerelle_inquiry_files';

const rowSchema = z
  .object({
    id: z.uuid(),
    inquiry: z.uuid(),
    invitation: z.uuid(),
    at: z.coerce.number(),
    kind: fileKindSchema,
    bytes: z.number(),
    state: fileStateSchema,
    checked_at: z.preprocess((value) => value ?? null, z.coerce.number().nullable()),
    wrapped_key: z.string(),
    name: z.string(),
    content_key: z.string().nullable(),
  })
  .transform(({ checked_at, wrapped_key, content_key, ...row }) => ({
    ...row,
    checkedAt: checked_at,
    wrappedKey: wrapped_key,
    contentKey: content_key,
  }));

/** A visitor's file; `name` and `contentKey` are sealed. */
export type FileRow = z.output<typeof rowSchema>;

/** Writes a file that the scanner has yet to see. */
export async function insertFile(
  transaction: Transaction,
  { wrappedKey, contentKey, checkedAt, ...file }: FileRow & { kid: string },
): Promise<void> {
  const sealed = { wrapped_key: wrappedKey, content_key: contentKey, checked_at: checkedAt };
  await transaction(INQUIRY_FILES).insert({ ...file, ...sealed });
}

/** A file of an inquiry; null when there is none. */
export async function readFileRow(
  connection: Connection | Transaction,
  where: { id: string; inquiry?: string },
): Promise<FileRow | null> {
  const row = await connection(INQUIRY_FILES).where(where).first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** An inquiry's files, newest first. */
export async function readFileRows(
  connection: Connection | Transaction,
  inquiry: string,
): Promise<FileRow[]> {
  const rows = await connection(INQUIRY_FILES).where({ inquiry }).orderBy('at', 'desc').orderBy('id');
  return z.array(rowSchema).parse(rows);
}

const idsSchema = z.array(z.object({ id: z.uuid() })).transform((rows) => rows.map(({ id }) => id));

/** Ids of the files that wait for the scanner, longest first. */
export async function readHeldIds(connection: Connection): Promise<string[]> {
  return idsSchema.parse(await connection(INQUIRY_FILES).select('id').where({ state: 'held' }).orderBy('at'));
}

/** Of some ids, those of files whose bytes are kept. */
export async function readKeptIds(connection: Connection, ids: readonly string[]): Promise<string[]> {
  const query = connection(INQUIRY_FILES).select('id').whereIn('id', ids).whereNotNull('content_key');
  return idsSchema.parse(await query);
}

/** Writes down what the scanner said of a file that waits; false where that is known already. */
export async function judgeFile(
  transaction: Transaction,
  id: string,
  { state, at }: { state: Exclude<FileState, 'held'>; at: number },
): Promise<boolean> {
  const judged: number = await transaction(INQUIRY_FILES)
    .where({ id, state: 'held' })
    // Without its key the file can't be read again, wherever a copy of it is.
    .update({ state, checked_at: at, ...(state === 'refused' && { content_key: null }) });
  return judged === 1;
}
