/**
 * @typedef {object} EnvFile
 * @property {Map<string, string>} values by name; a name given twice has its last value
 * @property {number[]} unreadable numbers, from 1, of the lines that are neither blank, a comment nor NAME=value
 */

const ASSIGNMENT = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;

/**
 * Reads the text of an environment file, one variable a line, with the meaning Node's own reader gives it.
 * Values over several lines are not accepted: a forgotten quote would swallow the variables after it.
 * @param {string} text
 * @returns {EnvFile}
 */
export function parseEnvFile(text) {
  const values = new Map();
  const unreadable = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, name, written] = ASSIGNMENT.exec(line) ?? [];
    const value = name === undefined || written === undefined ? null : readValue(written);
    if (name === undefined || value === null) unreadable.push(index + 1);
    else values.set(name, value);
  }
  return { values, unreadable };
}

/** @param {string} written what stands after the `=` @returns {string | null} null when a quote is not closed */
function readValue(written) {
  const quote = written[0];
  if (quote !== undefined && `"'\``.includes(quote)) {
    const end = written.indexOf(quote, 1);
    if (end === -1) return null;
    const inside = written.slice(1, end);
    return quote === '"' ? inside.replaceAll('\\n', '\n') : inside;
  }
  const comment = written.indexOf('#');
  return (comment === -1 ? written : written.slice(0, comment)).trim();
}

/**
 * The text with variables added at its end, each under the comment that explains it. What stands there is kept.
 * @param {string} text
 * @param {readonly { name: string, value: string, about: string | null }[]} additions values without quotes, `#` or line ends
 */
export function appendVariables(text, additions) {
  if (additions.length === 0) return text;
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const lines = additions.flatMap(({ name, value, about }) => [
    ...(about === null ? [] : ['', `# ${about}`]),
    `${name}=${value}`,
  ]);
  return `${start}${lines.join('\n').replace(/^\n/, start === '' ? '' : '\n')}\n`;
}
