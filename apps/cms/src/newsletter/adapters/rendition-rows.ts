import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import type { Rendition } from '../rendition.ts';

const RENDITIONS = 'passerelle_renditions';

const imagesSchema = z.array(
  z.object({ cid: z.string(), mime: z.literal('image/jpeg'), base64: z.string() }),
);
const jsonText = z.string().transform((text): unknown => JSON.parse(text));

const renditionSchema = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  articles: jsonText.pipe(z.array(z.string())),
  images: z
    .string()
    .nullable()
    .transform((text): unknown => (text === null ? [] : JSON.parse(text)))
    .pipe(imagesSchema),
});

/** Stores a rendition of an issue, once: one that is there is frozen, and stays as it is. */
export async function insertRendition(
  trx: Transaction,
  issue: string,
  key: string,
  { articles, images, ...rendition }: Rendition,
): Promise<void> {
  await trx(RENDITIONS)
    .insert({
      issue,
      key,
      ...rendition,
      articles: JSON.stringify(articles),
      images: images.length === 0 ? null : JSON.stringify(images),
    })
    .onConflict(['issue', 'key'])
    .ignore();
}

/** Null when there is none. */
export async function findRendition(
  connection: Connection,
  issue: string,
  key: string,
): Promise<Rendition | null> {
  const row = await connection(RENDITIONS).where({ issue, key }).first();
  return row === undefined ? null : renditionSchema.parse(row);
}

/** @throws when there is none. */
export async function readRendition(connection: Connection, issue: string, key: string): Promise<Rendition> {
  const rendition = await findRendition(connection, issue, key);
  if (rendition === null) throw new Error(`issue ${issue} has no rendition ${key}`);
  return rendition;
}
