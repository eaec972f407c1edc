import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A new log for one run of a service; that of the run before is kept beside it as `<name>.previous.log`.
 * @param {string} path ends with `.log`
 */
export function openServiceLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) renameSync(path, path.replace(/\.log$/, '.previous.log'));
  const stream = createWriteStream(path);
  // A log that can't be written must not take the service down; what it says is also shown.
  stream.on('error', (error) => process.stderr.write(`${path}: ${error.message}\n`));
  return stream;
}

const WARNING = 40;

/**
 * What of a line concerns the person at the terminal: warnings and errors. Understands the JSON lines of pino and
 * the text lines of Strapi.
 * @param {string} line
 * @param {'stdout' | 'stderr'} from
 * @returns {string | null} the text to show
 */
export function notable(line, from) {
  const record = recordOf(line);
  if (record !== null) return Number(record.level) < WARNING ? null : wordsOf(record);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  const text = line.replace(/\u001b\[[0-9;]*m/g, '').trim();
  if (text === '') return null;
  return from === 'stderr' || /\b(?:warn(?:ing)?|error|fatal)\b\s*:/i.test(text) ? text : null;
}

/** @param {string} line @returns {Record<string, unknown> | null} null when it is no record of pino */
function recordOf(line) {
  if (!line.startsWith('{')) return null;
  try {
    const record = JSON.parse(line);
    return typeof record?.level === 'number' ? record : null;
  } catch {
    // It only looks like one: it is shown as text.
    return null;
  }
}

/** @param {Record<string, unknown>} record */
function wordsOf({ msg, err, failure }) {
  const reason = failure ?? err;
  const detail =
    typeof reason === 'object' && reason !== null
      ? Object.values(reason)
          .filter((value) => typeof value === 'string')
          .slice(0, 2)
          .join(': ')
      : reason;
  return [msg, detail].filter((part) => typeof part === 'string' && part !== '').join(': ');
}
