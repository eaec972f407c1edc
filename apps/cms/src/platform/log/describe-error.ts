/** What is written of an error. */
export interface ErrorDescription {
  /** Its class. */
  type: string;
  /** The code of the system or the database, where it has one: `ENOSPC`, `SQLITE_FULL`, `40P01`. */
  code?: string;
  /** Where it was thrown: the innermost calls. */
  at: string[];
}

const FRAMES = 8;
const FRAME = /^ {4}at .*(?::\d+:\d+\)?|\(<anonymous>\))$/;

/**
 * Describes an error without its message, which may hold what a person has written: Knex puts a statement's values
 * into it, and other libraries what they were given.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: error.constructor.name, ...code, at: framesOf(error.stack ?? '') };
}

/** The calls stand at the end of a stack, behind the message, which may have lines of its own. */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n');
  const lastOther = lines.findLastIndex((line) => !FRAME.test(line));
  return lines.slice(lastOther + 1, lastOther + 1 + FRAMES).map((line) => line.trim().slice('at '.length));
}
