/** `${NAME}`, `${NAME:-default}`, `${NAME:?message}`; a default may hold another one. */
const REFERENCE = /\$\{([A-Z_][A-Z0-9_]*)(?:(:?[-?+])((?:[^{}]|\$\{[^{}]*\})*))?\}/g;

/** @param {string} text @returns {{ name: string, operator: string, rest: string }[]} */
export function references(text) {
  return [...text.matchAll(REFERENCE)].flatMap(([, name = '', operator = '', rest = '']) => [
    { name, operator, rest },
    ...references(rest),
  ]);
}

/**
 * Every text in a document, keys left out.
 * @param {unknown} part
 * @returns {string[]}
 */
export function texts(part) {
  if (typeof part === 'string') return [part];
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(texts) : [];
}

/**
 * A document as Compose reads it: variables are replaced after the YAML is parsed, in values only.
 * @param {unknown} part
 * @returns {unknown}
 */
export function withVariables(part) {
  if (typeof part === 'string') return interpolated(part);
  if (Array.isArray(part)) return part.map(withVariables);
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withVariables(value)]));
}

/**
 * The text as Compose would see it, with a stand-in for each variable that has no default.
 * @param {string} text
 * @returns {string}
 */
function interpolated(text) {
  return text.replace(REFERENCE, (_, _name, operator = '', rest = '') =>
    operator.endsWith('-') ? interpolated(rest) : 'x',
  );
}

const SECRET_NAME = /(?:PASSWORD|SECRET|TOKEN|SALT|KEYS?)$/;

/**
 * Why a variable's value may not stand in the file: a secret is always asked of the environment, by name, with
 * words that say how to get it; leaving it empty is the only default.
 * @param {string} name
 * @param {string} value
 * @returns {string | null}
 */
export function plainSecret(name, value) {
  const inAddress = /:\/\/[^:/@\s]*:([^@]+)@/.exec(value)?.[1];
  const secret = SECRET_NAME.test(name) ? value : inAddress;
  if (secret === undefined) return null;
  const [reference, ...others] = references(secret);
  const whole = reference && others.length === 0 && interpolated(secret).replace(/^x$/, '') === '';
  if (!whole) return 'holds a secret in plain words or with a default';
  if (reference.operator === ':?' && reference.rest.trim() !== '') return null;
  if (reference.operator === ':-' && reference.rest === '') return null;
  return 'takes a secret without words, after :?, on what to do when it is missing';
}
