import { z } from 'zod';

/** What is written of an error. */
export interface ErrorDescription {
  /** Its class. */
  type: string;
  /** The code of the system or the database: `ENOSPC`, `SQLITE_FULL`, `40P01`. */
  code?: string;
  /** What of the schema PostgreSQL names. */
  table?: string;
  constraint?: string;
  /** Where it was thrown: the innermost calls in our own files. */
  at: string[];
}

const CALLS = 4;
const CALL = /^ {4}at .*(?::\d+:\d+\)?|\(<anonymous>\))$/;
const OF_OTHERS = /\/node_modules\/|\bnode:|<anonymous>/;

// Each that isn't a name is left out by itself.
const name = z.string().max(80).optional().catch(undefined);
const namesSchema = z.object({ code: name, table: name, constraint: name });

/**
 * Describes an error without its message, which may hold what a person has written: Knex puts a statement's values
 * into it, and other libraries what they were given.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code, table, constraint } = namesSchema.parse(error);
  return {
    type: error.constructor.name,
    ...(code !== undefined && { code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
    at: callsOf(error.stack ?? ''),
  };
}

/** The calls stand at the end of a stack, behind the message, which may have lines of its own. */
function callsOf(stack: string): string[] {
  const lines = stack.split('\n');
  const lastOther = lines.findLastIndex((line) => !CALL.test(line));
  const calls = lines.slice(lastOther + 1).map((line) => line.trim().slice('at '.length));
  const own = calls.filter((call) => !OF_OTHERS.test(call));
  return (own.length > 0 ? own : calls).slice(0, CALLS);
}
