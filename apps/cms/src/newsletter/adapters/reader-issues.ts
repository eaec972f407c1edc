import type { ReaderIssue } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { DELIVERY_STATES, type DeliveryState } from '../domain/accounting.ts';

/** What a state means to the reader. */
const TOLD: Readonly<Record<DeliveryState, ReaderIssue['state']>> = {
  prepared: 'waiting',
  leased: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  bounced: 'bounced',
  failed: 'failed',
  uncertain: 'uncertain',
  skipped: 'skipped',
};

const instantSchema = z.coerce.number().transform((at) => new Date(at).toISOString());
const issuesSchema = z.array(
  z.object({
    message_id: z.string(),
    state: z.enum(DELIVERY_STATES),
    send_at: instantSchema,
    subject: z.string().nullable(),
  }),
);
const reportsSchema = z.array(
  z.object({
    message_id: z.string(),
    kind: z.enum(['hard', 'soft', 'complaint']),
    status: z.string().nullable(),
    at: instantSchema,
  }),
);

/** The issues that were written for a reader, the first one first, each with what was reported of it. */
export async function readReaderIssues(
  connection: Connection | Transaction,
  reader: string,
): Promise<ReaderIssue[]> {
  const deliveries = await connection('passerelle_deliveries as delivery')
    .join('passerelle_issues as issue', 'issue.id', 'delivery.issue')
    .leftJoin('passerelle_renditions as rendition', (on) =>
      on.on('rendition.issue', 'delivery.issue').andOn('rendition.key', 'delivery.rendition'),
    )
    .where('delivery.reader', reader)
    .orderBy(['issue.send_at', 'delivery.id'])
    .select('delivery.message_id', 'delivery.state', 'issue.send_at', 'rendition.subject');
  const reports = reportsSchema.parse(
    await connection('passerelle_bounces')
      .where({ reader })
      .orderBy('at')
      .select('message_id', 'kind', 'status', 'at'),
  );
  const byMail = Map.groupBy(reports, ({ message_id }) => message_id);
  return issuesSchema.parse(deliveries).map(({ message_id, state, send_at, subject }) => ({
    ...{ at: send_at, subject, state: TOLD[state] },
    reports: (byMail.get(message_id) ?? []).map(({ at, kind, status }) => ({ at, kind, status })),
  }));
}
