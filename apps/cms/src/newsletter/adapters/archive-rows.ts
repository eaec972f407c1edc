import { type Locale, localeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection } from '../../platform/jobs/database.ts';
import type { Frequency } from '../readers.ts';

const sentSchema = z.array(z.object({ rendition: z.string(), count: z.coerce.number() }));

/**
 * The languages an issue was sent in, each with the key of the rendition that most of its readers got: of several of the
 * same number, the first by its key.
 */
export async function readSentRenditions(
  connection: Connection,
  issue: string,
): Promise<ReadonlyMap<Locale, string>> {
  const rows = await connection('passerelle_deliveries')
    .where({ issue, state: 'sent' })
    .groupBy('rendition')
    .select('rendition')
    .count('* as count');
  const most = sentSchema
    .parse(rows)
    .toSorted((a, b) => a.count - b.count || (a.rendition < b.rendition ? 1 : -1));
  return new Map(
    most.map(({ rendition }) => [localeSchema.parse(rendition.split(' ', 1)[0]), rendition] as const),
  );
}

const untilSchema = z.object({ until: z.coerce.number().nullable() });

/** Up to when the digest of this rhythm before an instant (ms) told readers of things; null where there was none. */
export async function readUntilBefore(
  connection: Connection,
  frequency: Frequency,
  until: number,
): Promise<number | null> {
  const row = await connection('passerelle_issues')
    .where('id', 'like', `digest ${frequency} %`)
    .where('until', '<', until)
    .whereIn('state', ['sending', 'paused', 'finished'])
    .max('until as until')
    .first();
  return untilSchema.parse(row).until;
}
