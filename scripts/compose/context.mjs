/**
 * Which files of the build context `.dockerignore` leaves out, as Docker reads it: a pattern counts for what is below
 * it too, `**` crosses folders, and the last pattern that matches decides.
 * @param {string} text of the file
 * @returns {(path: string) => boolean} for a path relative to the context, with `/`
 */
export function ignoredBy(text) {
  const patterns = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keep: line.startsWith('!'), matcher: matcher(line.replace(/^!/, '')) }));
  return (path) => {
    const steps = path.split('/');
    const chain = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
    let ignored = false;
    for (const { keep, matcher: matches } of patterns) if (chain.some(matches)) ignored = !keep;
    return ignored;
  };
}

/** @param {string} pattern */
function matcher(pattern) {
  const source = pattern
    .replace(/^\/|\/$/g, '')
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => WILDCARDS.get(part) ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'))
    .join('');
  const expression = new RegExp(`^${source}$`);
  return (/** @type {string} */ path) => expression.test(path);
}

const WILDCARDS = new Map([
  ['**/', '(?:.*/)?'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);
