import { type Entry, type EntryKind, entrySchema } from '@passerelle/contracts';
import type { z } from 'zod';
import { storedEntrySchemas } from './stored-entries.ts';

/** What keeps a row from being public: where in the entry, and what is wrong there. */
export interface Problem {
  path: readonly PropertyKey[];
  /** The same as an editor knows it, where numbers alone would say little. */
  place?: readonly PropertyKey[];
  /** A message of zod, in English; the wording for editors is `i18n/`'s. */
  message: string;
  code: string;
}

export type Reading = { ok: true; entry: Entry } | { ok: false; problems: readonly Problem[] };

/** Reads one populated row as the public contract wants it, or says everything that is in the way. */
export function readPublicEntry(kind: EntryKind, row: unknown): Reading {
  const stored = storedEntrySchemas[kind].safeParse(row);
  if (!stored.success) return { ok: false, problems: stored.error.issues.map(asProblem) };
  const entry = entrySchema.safeParse(stored.data);
  if (!entry.success) return { ok: false, problems: entry.error.issues.flatMap(unfold) };
  return { ok: true, entry: entry.data };
}

/** A union that fails hides the branch that was meant; its deepest problem is the one to show. */
function unfold(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [asProblem(issue)];
  const nearest = issue.errors.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
  return nearest.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function asProblem(issue: z.core.$ZodIssue): Problem {
  return { path: issue.path, message: issue.message, code: issue.code };
}
