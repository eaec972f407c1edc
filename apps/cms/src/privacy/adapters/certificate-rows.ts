import { type ErasureCertificate, erasureCertificateSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';

const TABLE = 'passerelle_erasures';

/** Certificates that are shown. */
const SHOWN = 200;

export async function insertCertificate(
  transaction: Transaction,
  { at, counts, ...certificate }: ErasureCertificate,
): Promise<void> {
  await transaction(TABLE).insert({ ...certificate, at: Date.parse(at), counts: JSON.stringify(counts) });
}

const rowsSchema = z.array(
  z
    .looseObject({ at: z.coerce.number(), counts: z.string() })
    .transform(({ at, counts, ...row }) => ({
      ...row,
      at: new Date(at).toISOString(),
      counts: JSON.parse(counts),
    }))
    .pipe(erasureCertificateSchema),
);

/** The certificates, newest first. */
export async function readCertificates(connection: Connection): Promise<ErasureCertificate[]> {
  return rowsSchema.parse(await connection(TABLE).orderBy('at', 'desc').orderBy('id').limit(SHOWN));
}
