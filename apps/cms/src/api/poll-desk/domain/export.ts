import { documentIdSchema, instantSchema, pollHashSchema, pollStateSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { PollDesk } from '../../poll/domain/answers.ts';
import { type PollName, pollNameSchema } from './answers.ts';
import { localMinute } from './local-minute.ts';
import { shares } from './shares.ts';

/** A poll as it is handed out, all of it at one instant. Null is what isn't known yet. */
export const pollExportSchema = z.strictObject({
  poll: documentIdSchema,
  ...pollNameSchema.shape,
  exportedAt: instantSchema,
  state: pollStateSchema,
  opensAt: instantSchema.nullable(),
  closesAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** SHA-256 over the final count. */
  hash: pollHashSchema.nullable(),
  ballots: z.int().nonnegative().nullable(),
  options: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      count: z.int().nonnegative(),
      percentage: z.int().nonnegative(),
    }),
  ),
  hours: z.array(z.strictObject({ hour: instantSchema, ballots: z.int().positive() })),
});
export type PollExport = z.infer<typeof pollExportSchema>;

/** What a desk shows, to be handed out. */
export function pollExport(desk: PollDesk, name: PollName, at: Date): PollExport {
  const { documentId, state, opensAt, closesAt, closedAt, counts, labels, hash, hours } = desk;
  return {
    poll: documentId,
    ...name,
    exportedAt: at.toISOString(),
    state,
    opensAt,
    closesAt,
    closedAt,
    hash,
    ballots: counts?.ballots ?? null,
    options: counts === null ? [] : shares(counts, labels, name.selection),
    hours,
  };
}

/** The words of a table in one language. */
export interface ExportWords {
  header: readonly [string, string, string, string, string];
  poll: string;
  exportedAt: string;
  state: string;
  states: Readonly<Record<PollExport['state'], string>>;
  opensAt: string;
  closesAt: string;
  closedAt: string;
  hash: string;
  ballots: string;
  option: string;
  hour: string;
}

/**
 * The same as one table, a fact a row: what it is, its key, its words, its number, its percentage. Keys are made
 * for machines (instants in UTC), words for people (in the newsroom's time).
 */
export function exportRows(poll: PollExport, words: ExportWords): (string | number | null)[][] {
  const instant = (name: string, at: string | null) => [
    name,
    at,
    at === null ? null : localMinute(at),
    null,
    null,
  ];
  return [
    [...words.header],
    [words.poll, poll.poll, poll.question, null, null],
    instant(words.exportedAt, poll.exportedAt),
    [words.state, poll.state, words.states[poll.state], null, null],
    instant(words.opensAt, poll.opensAt),
    instant(words.closesAt, poll.closesAt),
    instant(words.closedAt, poll.closedAt),
    [words.hash, poll.hash, null, null, null],
    [words.ballots, null, null, poll.ballots, null],
    ...poll.options.map(({ key, label, count, percentage }) => [words.option, key, label, count, percentage]),
    ...poll.hours.map(({ hour, ballots }) => [words.hour, hour, localMinute(hour), ballots, null]),
  ];
}
