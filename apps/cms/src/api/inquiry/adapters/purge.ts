import { hash } from 'node:crypto';
import { type InquiryPurge, type InquiryPurges, inquiryStatusSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { askedAbout } from '../../../privacy/adapters/asked-about.ts';
import { type KeptDays, purgeLimits } from '../domain/retention.ts';
import { DRAFT_LINKS_KEPT_MS } from './continue-handler.ts';
import { deleteInquiries } from './delete-inquiries.ts';
import { forgetDraftLinks } from './draft-link-rows.ts';
import { INQUIRIES } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';

const CERTIFICATES = 'passerelle_inquiry_purges';
const NIGHTLY = { name: 'inquiry.purge', cron: '23 3 * * *', timeZone: 'America/Toronto', payload: {} };

/** Erased in one transaction, so that others write in between. */
const AT_ONCE = 200;
/** Certificates that are shown. */
const SHOWN = 50;

type Purging = Pick<InquirySetting, 'strapi' | 'clock' | 'readSetting'>;

/** Has inquiries that are past their time erased every night. Before the jobs are started. */
export function registerInquiryPurge(setting: InquirySetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  jobs.work(NIGHTLY.name, ({ signal }) => purgeInquiries(setting, signal));
  jobs.schedule(NIGHTLY);
}

/**
 * Erases what is past its time, under no legal hold and not about somebody whose request about it is under way, with a
 * certificate for each transaction.
 */
export async function purgeInquiries(
  { strapi, clock, readSetting }: Purging,
  signal: AbortSignal,
): Promise<void> {
  const { kept } = await readSetting();
  for (let erased = AT_ONCE; erased === AT_ONCE; ) {
    signal.throwIfAborted();
    erased = await strapi.db.transaction(async ({ trx }) => erase(trx, kept, clock()));
  }
  await forgetDraftLinks(strapi.db.connection, clock().getTime() - DRAFT_LINKS_KEPT_MS);
}

async function erase(transaction: Transaction, kept: KeptDays, now: Date): Promise<number> {
  const rows = pastSchema.parse(await past(transaction, kept, now).limit(AT_ONCE).forUpdate());
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await deleteInquiries(transaction, ids);
  const certificate = certify(rows, now);
  await transaction(CERTIFICATES).insert({
    at: now.getTime(),
    counts: JSON.stringify(certificate.counts),
    hash: certificate.hash,
  });
  const detail = JSON.stringify({ counts: certificate.counts, hash: certificate.hash });
  const subject = 'inquiries';
  await recordAudit(transaction, { at: now, actor: null, action: 'inquiries-purged', subject, detail });
  return rows.length;
}

const pastSchema = z.array(z.object({ id: z.string(), status: inquiryStatusSchema }));
type Past = z.infer<typeof pastSchema>;

/** A query for what is past its time, in the order of its ids. */
function past(connection: Connection | Transaction, kept: KeptDays, now: Date) {
  return connection(INQUIRIES)
    .select('id', 'status')
    .where({ legal_hold: false })
    .whereNotIn('email_index', askedAbout(connection, now.getTime()))
    .andWhere((any) => {
      for (const { status, before } of purgeLimits(kept, now.getTime())) {
        any.orWhere((one) => one.where({ status }).andWhere('changed_at', '<', before));
      }
    })
    .orderBy('id');
}

function certify(rows: Past, at: Date): InquiryPurge {
  const counts: InquiryPurge['counts'] = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  const lines = rows.map(({ id }) => `${id}\n`).join('');
  return { at: at.toISOString(), counts, hash: hash('sha256', lines) };
}

const certificatesSchema = z.array(
  z
    .object({ at: z.coerce.number(), counts: z.string(), hash: z.string() })
    .transform(({ at, counts, hash }) => ({
      at: new Date(at).toISOString(),
      counts: z.partialRecord(inquiryStatusSchema, z.int()).parse(JSON.parse(counts)),
      hash,
    })),
);

/** A dry run, and the last certificates, newest first. */
export async function readPurges({ strapi, clock, readSetting }: Purging): Promise<InquiryPurges> {
  const { connection } = strapi.db;
  const now = clock();
  const { kept } = await readSetting();
  const next = certify(pastSchema.parse(await past(connection, kept, now)), now);
  const rows = await connection(CERTIFICATES).orderBy('id', 'desc').limit(SHOWN);
  return { next, done: certificatesSchema.parse(rows) };
}
