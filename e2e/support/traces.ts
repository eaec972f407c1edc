import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { told } from './newsroom.ts';

/** Where the stack under test keeps what visitors send: databases and their write-ahead logs, spool, drafts, files, mail. */
const KEPT = [
  ['cms', /\.sqlite|^mail$|^files$/],
  ['web', /\.sqlite/],
] as const;

/** Below the project's folder, from the folder that the specs run in. */
const LOGS = '../var/log/e2e';

/**
 * Looks for texts in everything that the stack keeps of visitors, and in its logs; also as hexadecimal and as base64.
 *
 * @returns where each was found: `text in file`.
 */
export function tracesOf(texts: readonly string[]): string[] {
  const files = KEPT.flatMap(([folder, name]) =>
    readdirSync(join(told('DATA_DIR'), folder))
      .filter((entry) => name.test(entry))
      .flatMap((entry) => filesAt(join(told('DATA_DIR'), folder, entry))),
  );
  return [...files, ...filesAt(LOGS)].flatMap((file) => {
    const bytes = readFileSync(file, 'latin1').toLowerCase();
    return texts
      .filter((text) => formsOf(text).some((form) => bytes.includes(form)))
      .map((text) => `${text} in ${file}`);
  });
}

/** The services of the stack that have logged something: a search of logs that aren't there would prove nothing. */
export const loggedBy = (): string[] =>
  filesAt(LOGS)
    .filter((file) => statSync(file).size > 0)
    .map((file) => basename(file, '.log'));

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return readdirSync(path).flatMap((entry) => filesAt(join(path, entry)));
  return found?.isFile() ? [path] : [];
}

/** As Latin-1 reads UTF-8, in lower case. What base64 looks like depends on where in three bytes a text begins. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64url')
      .slice(before === 0 ? 0 : before + 1, -2),
  );
  return [bytes.toString('latin1'), bytes.toString('hex'), ...base64].map((form) => form.toLowerCase());
}
