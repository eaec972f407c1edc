import type { InquiryFilter, InquiryListQuery, InquirySearchBody } from '@passerelle/contracts';
import { inquiryPrioritySchema, inquiryStatusSchema } from '@passerelle/contracts';
import type { PersonalRecords } from '../../../platform/crypto/personal-records.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { INQUIRIES, type InquiryRow, parseInquiryRows } from '../../inquiry/adapters/inquiry-rows.ts';
import { namedLike } from '../../inquiry/adapters/name-index.ts';
import { hasEnded } from '../../inquiry/domain/life.ts';
import { readSearch } from '../domain/search.ts';

/** Who asks, and when. */
export interface Asking {
  me: number;
  now: number;
}

/** What is being worked on. */
const OPEN = inquiryStatusSchema.options.filter((status) => status !== 'unconfirmed' && !hasEnded(status));

/** A query for the inquiries that a filter lets through. */
function filtered(
  connection: Connection | Transaction,
  records: PersonalRecords,
  filter: InquiryFilter,
  { me, now }: Asking,
) {
  const query = connection(INQUIRIES);
  const { status, priority, assignee, language, programme, tag, late, search } = filter;
  if (status !== undefined) query.whereIn('status', status);
  else if (search === undefined) query.whereIn('status', OPEN);
  if (priority !== undefined) query.whereIn('priority', priority);
  if (assignee === 'none') query.whereNull('assignee');
  else if (assignee !== undefined) query.where({ assignee: assignee === 'me' ? me : assignee });
  if (language !== undefined) query.where({ language });
  if (programme !== undefined) query.where({ programme });
  // JSON of an array of strings: whole tags alone have both quotes.
  if (tag !== undefined) query.whereRaw(`tags LIKE ? ESCAPE '!'`, [`%${likeText(JSON.stringify(tag))}%`]);
  if (late !== undefined) query.where('due_at', '<', now).whereNull('paused_at');
  if (search === undefined) return query;
  const wanted = readSearch(search);
  switch (wanted.by) {
    case 'reference':
      return query.where({ reference: wanted.reference });
    case 'email':
      return query.where({ email_index: records.blindIndex('email', wanted.email) });
    case 'telephone':
      return query.where({ telephone_index: records.blindIndex('telephone', wanted.telephone) });
    case 'name':
      return query.whereIn('id', namedLike(connection, records, wanted.name));
  }
}

const likeText = (text: string): string => text.replace(/[!%_]/g, (character) => `!${character}`);

const COLUMNS = { due: 'due_at', received: 'received_at', changed: 'changed_at' } as const;
const BY_PRIORITY = `CASE priority ${inquiryPrioritySchema.options
  .map((priority, rank) => `WHEN '${priority}' THEN ${rank}`)
  .join(' ')} END`;

/** A page of inquiries, and how many there are in all. What has no due date comes last. */
export async function readPage(
  connection: Connection | Transaction,
  records: PersonalRecords,
  { page, pageSize, sort, order, ...filter }: InquiryListQuery | InquirySearchBody,
  asking: Asking,
): Promise<{ rows: InquiryRow[]; total: number }> {
  const counted = await filtered(connection, records, filter, asking).count({ count: '*' }).first();
  const query = filtered(connection, records, filter, asking);
  if (sort === 'priority') query.orderByRaw(`${BY_PRIORITY} ${order}`);
  else query.orderByRaw(`CASE WHEN ${COLUMNS[sort]} IS NULL THEN 1 ELSE 0 END, ${COLUMNS[sort]} ${order}`);
  const rows = await query
    .orderBy(['received_at', 'id'])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: parseInquiryRows(rows), total: Number(counted?.count ?? 0) };
}

/** The inquiries of a filter, newest first, up to a limit. */
export async function readAll(
  connection: Connection | Transaction,
  records: PersonalRecords,
  filter: InquiryFilter,
  asking: Asking,
  limit: number,
): Promise<InquiryRow[]> {
  const query = filtered(connection, records, filter, asking);
  return parseInquiryRows(await query.orderBy('received_at', 'desc').orderBy('id').limit(limit));
}
