/**
 * @typedef {object} Finding
 * @property {string} check
 * @property {'ok' | 'warn' | 'fail'} state
 * @property {string} found
 * @property {string | null} advice what to do; null when all is well
 */

/** @param {string} check @param {string} found @returns {Finding} */
export const ok = (check, found) => ({ check, state: 'ok', found, advice: null });
/** @param {string} check @param {string} found @param {string} advice @returns {Finding} */
export const warn = (check, found, advice) => ({ check, state: 'warn', found, advice });
/** @param {string} check @param {string} found @param {string} advice @returns {Finding} */
export const fail = (check, found, advice) => ({ check, state: 'fail', found, advice });

/**
 * One line a finding, what to do under it, and a sum.
 * @param {readonly Finding[]} findings
 */
export function readableReport(findings) {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, state, found, advice }) => [
    `${state.padEnd(4)}  ${check.padEnd(width)}  ${found}`,
    ...(advice === null ? [] : [`${' '.repeat(width + 8)}→ ${advice}`]),
  ]);
  /** @param {Finding['state']} state */
  const count = (state) => findings.filter((finding) => finding.state === state).length;
  return [...lines, '', `${count('ok')} ok, ${count('warn')} warnings, ${count('fail')} failures`].join('\n');
}
