import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import type { Rendition } from '../rendition.ts';

const RENDITIONS = 'passerelle_renditions';

const renditionSchema = z
  .object({ subject: z.string(), html: z.string(), text: z.string(), articles: z.string() })
  .transform(({ articles, ...rendition }) => ({
    ...rendition,
    articles: z.array(z.string()).parse(JSON.parse(articles)),
  }));

export async function insertRendition(
  trx: Transaction,
  issue: string,
  key: string,
  { articles, ...rendition }: Rendition,
): Promise<void> {
  await trx(RENDITIONS).insert({ issue, key, ...rendition, articles: JSON.stringify(articles) });
}

/** @throws when there is none. */
export async function readRendition(connection: Connection, issue: string, key: string): Promise<Rendition> {
  return renditionSchema.parse(await connection(RENDITIONS).where({ issue, key }).first());
}
