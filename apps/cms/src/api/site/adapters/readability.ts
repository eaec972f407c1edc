import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { differentGuides } from '../../guide/adapters/guide-parity.ts';
import { namePlace } from '../../guide/domain/name-place.ts';
import { missingAlternatives } from '../domain/alternative-texts.ts';
import type { SiteKind } from '../domain/kinds.ts';
import { type Problem, readPublicEntry } from '../domain/public-entry.ts';
import { type LiveRow, type PublishedRow, readPublishedDocuments } from './published-rows.ts';
import {
  DIFFERENT_KEYS,
  UNPUBLISHED_POLL,
  UNPUBLISHED_PROGRAMME,
  unreadableError,
} from './unreadable-error.ts';

/**
 * Reads what would become public the way the site will, so that nothing unreadable is ever published.
 *
 * @throws `unreadable` with everything that is in the way.
 */
export async function refuseUnreadable(
  strapi: Core.Strapi,
  kind: SiteKind,
  live: readonly LiveRow[],
  publicBefore: ReadonlySet<number>,
): Promise<void> {
  const documentIds = live.map((row) => row.documentId);
  const rows = await readPublishedDocuments(strapi, kind.kind, documentIds);
  const problems = rows.flatMap((row) => {
    const reading = readPublicEntry(kind.kind, row);
    const ofWriting = publicBefore.has(row.id)
      ? []
      : [...unpublishedPolls(row), ...missingAlternatives(row), ...withoutProgramme(kind, row)];
    return [...(reading.ok ? [] : inWords(kind, row, reading.problems)), ...ofWriting];
  });
  problems.push(...(kind.kind === 'guide' ? differentGuides(rows) : differentKeys(rows)));
  if (problems.length > 0) throw unreadableError(problems);
}

/** A guide is long: what is wrong in it is told by the question that has it. */
function inWords({ kind }: SiteKind, row: PublishedRow, problems: readonly Problem[]): readonly Problem[] {
  if (kind !== 'guide') return problems;
  return problems.map((problem) => ({ ...problem, place: namePlace(row, problem.path) }));
}

const optionsSchema = z.object({ options: z.array(z.object({ key: z.string() })) });

/** One tally counts a poll's languages: they offer the same answers, in the same order. */
function differentKeys(rows: readonly PublishedRow[]): Problem[] {
  const keys = rows.flatMap((row) => {
    const options = optionsSchema.safeParse(row).data?.options;
    return options ? [options.map(({ key }) => key).join(' ')] : [];
  });
  return new Set(keys).size > 1 ? [{ path: ['options'], message: DIFFERENT_KEYS, code: 'custom' }] : [];
}

/** A programme that is withdrawn later hides its rounds; a round that never had one is a mistake to be told of. */
function withoutProgramme({ kind }: SiteKind, row: PublishedRow): Problem[] {
  return kind === 'round' && !row.programme
    ? [{ path: ['programme'], message: UNPUBLISHED_PROGRAMME, code: 'custom' }]
    : [];
}

const bodySchema = z.object({
  body: z.array(z.looseObject({ __component: z.string(), poll: z.unknown().optional() })).nullish(),
});

/** A poll that is withdrawn later leaves its place empty; one that was never out is a mistake to be told of. */
function unpublishedPolls(row: PublishedRow): Problem[] {
  const body = bodySchema.safeParse(row).data?.body ?? [];
  return body.flatMap((block, index) =>
    block.__component === 'blocks.poll' && !block.poll
      ? [{ path: ['body', index, 'poll'], message: UNPUBLISHED_POLL, code: 'custom' }]
      : [],
  );
}
