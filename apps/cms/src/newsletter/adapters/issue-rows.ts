import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { type Account, OPEN_STATES } from '../domain/accounting.ts';
import { ISSUE_STATES, type IssueAction, type IssueProblem, stepOf } from '../domain/issue.ts';
import { isPostgres } from './dialect.ts';

const ISSUES = 'passerelle_issues';
const DELIVERIES = 'passerelle_deliveries';

const instant = z.coerce.number().transform((milliseconds) => new Date(milliseconds));
const jsonText = z.string().transform((text): unknown => JSON.parse(text));

/** A row of issues, read. */
export const issueSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['digest', 'campaign']),
    state: z.enum(ISSUE_STATES),
    content: jsonText,
    at: instant,
    send_at: instant,
    until: instant.nullable(),
    candidates: z.coerce.number().nullable(),
    prepared: z.coerce.number().nullable(),
    excluded: jsonText.pipe(z.record(z.string(), z.int())),
    problem: z.string().nullable(),
  })
  .transform(({ send_at, ...issue }) => ({ ...issue, sendAt: send_at }));
/** An issue; its content is parsed by whoever makes its editions. */
export type Issue = z.output<typeof issueSchema>;

export interface NewIssue {
  id: string;
  kind: Issue['kind'];
  state: 'draft' | 'held' | 'approved';
  /** Plain JSON. */
  content: object;
  at: Date;
  /** Not before. */
  sendAt: Date;
  /** Of a digest: it tells of all that was noticed up to then. */
  until: Date | null;
}

/** False when one of this id is there already. */
export async function insertIssue(db: Connection | Transaction, issue: NewIssue): Promise<boolean> {
  const inserted = await db(ISSUES)
    .insert({
      id: issue.id,
      kind: issue.kind,
      state: issue.state,
      content: JSON.stringify(issue.content),
      at: issue.at.getTime(),
      send_at: issue.sendAt.getTime(),
      until: issue.until?.getTime() ?? null,
      excluded: '{}',
    })
    .onConflict('id')
    .ignore()
    .returning('id');
  return inserted.length > 0;
}

export async function readIssue(db: Connection | Transaction, id: string): Promise<Issue | null> {
  const row = await db(ISSUES).where({ id }).first();
  return row === undefined ? null : issueSchema.parse(row);
}

/**
 * Does what a person asks for at an instant. Cancelling settles at once what has not begun to leave.
 *
 * @returns false when the issue is in no state for it.
 */
export async function act(
  connection: Connection | Transaction,
  id: string,
  action: IssueAction,
  now: Date,
): Promise<boolean> {
  const { from, to } = stepOf(action);
  const goes = action === 'approve' || action === 'start';
  return connection.transaction(async (trx) => {
    const changed = await trx(ISSUES)
      .where({ id })
      .whereIn('state', [...from])
      .update({
        state: to,
        ...((action === 'resume' || action === 'approve') && { problem: null }),
        ...(goes && { send_at: action === 'start' ? now.getTime() : notBefore(trx, now) }),
      });
    if (changed === 0) return false;
    if (action === 'cancel') {
      await trx(DELIVERIES)
        .where({ issue: id })
        .whereIn('state', ['prepared', 'leased'])
        .update({ state: 'skipped', failure: 'cancelled', holder: null, lease_until: null });
    }
    return true;
  });
}

/** The time an issue waits for, or now where that has passed. */
const notBefore = (trx: Transaction, now: Date) =>
  trx.raw('CASE WHEN send_at < ? THEN ? ELSE send_at END', [now.getTime(), now.getTime()]);

/**
 * Has what is uncertain of an issue sent again: a person has decided that once too often is better than not at all.
 *
 * @param mails ids of deliveries; all that are uncertain when absent.
 * @returns how many; none of an issue that was cancelled.
 */
export async function sendUncertainAgain(
  connection: Connection | Transaction,
  id: string,
  now: number,
  mails?: readonly number[],
): Promise<number> {
  return connection.transaction(async (trx) => {
    // First: what finishes it meanwhile has seen nothing left to do.
    await lockIssues(trx(ISSUES).where({ id }), trx);
    const again = await chosenUncertain(trx, id, mails)
      .whereIn('issue', trx(ISSUES).whereIn('state', ['finished', 'sending', 'paused']).select('id'))
      .update({ state: 'prepared', next_at: now, holder: null, failure: null })
      .returning('id');
    if (again.length > 0) {
      await trx(ISSUES).where({ id, state: 'finished' }).update({ state: 'sending', finished_at: null });
    }
    return again.length;
  });
}

/**
 * Counts what is uncertain of an issue as sent: a person has found out that it was.
 *
 * @param mails ids of deliveries; all that are uncertain when absent.
 * @returns how many.
 */
export async function takeUncertainForSent(
  trx: Transaction,
  id: string,
  mails?: readonly number[],
): Promise<number> {
  const taken = await chosenUncertain(trx, id, mails)
    .update({ state: 'sent', holder: null, failure: null })
    .returning('id');
  return taken.length;
}

function chosenUncertain(trx: Transaction, issue: string, mails: readonly number[] | undefined) {
  const uncertain = trx(DELIVERIES).where({ issue, state: 'uncertain' });
  return mails === undefined ? uncertain : uncertain.whereIn('id', [...mails]);
}

/** Takes an issue whose time has come, or whose preparation was cut off, for this holder to prepare. */
export async function claimDueIssue(
  connection: Connection,
  { holder, now, leaseUntil }: { holder: string; now: number; leaseUntil: number },
): Promise<Issue | null> {
  return connection.transaction(async (trx) => {
    const due = () =>
      trx(ISSUES).where((either) =>
        either
          .where((approved) => approved.where('state', 'approved').where('send_at', '<=', now))
          .orWhere((cutOff) => cutOff.where('state', 'preparing').where('lease_until', '<', now)),
      );
    const found = z
      .object({ id: z.string() })
      .optional()
      .parse(await due().orderBy('send_at').first('id'));
    if (found === undefined) return null;
    const rows = await due()
      .where('id', found.id)
      .update({ state: 'preparing', holder, lease_until: leaseUntil })
      .returning('*');
    return z.array(issueSchema).parse(rows)[0] ?? null;
  });
}

/** Notes what a digest that is being prepared tells of: all that was noticed up to `until`, in milliseconds. */
export async function setUntil(connection: Connection, id: string, until: number): Promise<void> {
  await connection(ISSUES).where({ id, state: 'preparing' }).update({ until });
}

/** Ends a preparation. @throws when the issue isn't this holder's any longer: the transaction must be undone. */
export async function endPreparation(
  trx: Transaction,
  id: string,
  holder: string,
  counts: Pick<Account, 'candidates' | 'prepared' | 'excluded'>,
): Promise<void> {
  const changed = await trx(ISSUES)
    .where({ id, holder, state: 'preparing' })
    .update({
      state: 'sending',
      candidates: counts.candidates,
      prepared: counts.prepared,
      excluded: JSON.stringify(counts.excluded),
      holder: null,
      lease_until: null,
    });
  if (changed !== 1) throw new Error(`issue ${id} is prepared by another`);
}

/** Has an issue whose preparation has failed be prepared again, not before `at`. */
export async function postponePreparation(connection: Connection, id: string, holder: string, at: number) {
  await connection(ISSUES).where({ id, holder, state: 'preparing' }).update({ lease_until: at });
}

/** Has an issue that can't be prepared wait for a person. */
export async function refuseIssue(connection: Connection, id: string, holder: string, problem: IssueProblem) {
  await connection(ISSUES)
    .where({ id, holder, state: 'preparing' })
    .update({ state: 'held', problem, holder: null, lease_until: null });
}

/** Pauses all that is being sent. @returns their ids. */
export async function pauseAll(connection: Connection, problem: IssueProblem): Promise<string[]> {
  const rows = await connection(ISSUES)
    .where({ state: 'sending' })
    .update({ state: 'paused', problem })
    .returning('id');
  return idsSchema.parse(rows).map(({ id }) => id);
}

/** Finishes those for which nothing is left to do. @returns their ids. */
export async function finishIssues(trx: Transaction, now: number): Promise<string[]> {
  // Locked before it is asked what is left to do: a statement doesn't see what is changed while it waits.
  const sending = await lockIssues(trx(ISSUES).where({ state: 'sending' }), trx);
  if (sending.length === 0) return [];
  const open = trx(DELIVERIES)
    .select('id')
    .whereRaw('passerelle_deliveries.issue = passerelle_issues.id')
    .whereIn('state', [...OPEN_STATES]);
  const rows = await trx(ISSUES)
    .where({ state: 'sending' })
    .whereIn('id', sending)
    .whereNotExists(open)
    .update({ state: 'finished', finished_at: now })
    .returning('id');
  return idsSchema.parse(rows).map(({ id }) => id);
}

/** Settles what was given back of issues that have been cancelled: nobody sends it any longer. */
export async function skipCancelled(trx: Transaction): Promise<void> {
  await trx(DELIVERIES)
    // Literally: SQLite uses the index of what is prepared for nothing else.
    .whereRaw("state = 'prepared'")
    .whereIn('issue', trx(ISSUES).where({ state: 'cancelled' }).select('id'))
    .update({ state: 'skipped', failure: 'cancelled' });
}

const idsSchema = z.array(z.object({ id: z.string() }));

/** On PostgreSQL, keeps others from changing these issues, in one order. @returns their ids. */
async function lockIssues(issues: ReturnType<Transaction>, trx: Transaction): Promise<string[]> {
  const asked = issues.orderBy('id').select('id');
  return idsSchema.parse(await (isPostgres(trx) ? asked.forUpdate() : asked)).map(({ id }) => id);
}
