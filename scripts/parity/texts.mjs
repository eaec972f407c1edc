/** What texts are compared by: each with its place, functions being asked with marks in place of their arguments. */

/**
 * Stands for an argument, and for any field of one.
 * @param {string} name
 * @returns {any}
 */
function mark(name) {
  return new Proxy(() => mark(name), {
    get(_, field) {
      if (field === Symbol.toPrimitive || field === 'toString') return () => name;
      return typeof field === 'symbol' ? undefined : mark(`${name}.${field}`);
    },
  });
}

const ARGUMENTS = ['§1', '§2', '§3', '§4'].map(mark);

/**
 * @param {unknown} value
 * @param {string} [path]
 * @returns {[path: string, text: string][]}
 */
export function textsOf(value, path = '') {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(...ARGUMENTS))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/**
 * A module's texts by the names of its exports, without what says their language: `pollsFr` and `pollsEn` are `polls`,
 * `homeInFrench` is `home`.
 * @param {Record<string, unknown>} module
 * @returns {[path: string, text: string][]}
 */
export function textsOfModule(module) {
  return Object.entries(module).flatMap(([name, value]) =>
    textsOf(value, name.replace(/(?:^fr|^en|Fr|En|InFrench|InEnglish)$/, '')),
  );
}
