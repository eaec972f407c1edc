/** The oldest Node the scripts themselves run on. */
export const LEAST_NODE = [20, 0];

/** The oldest Node the programs run on. */
export const NEEDED_NODE = [22, 12];

/** @param {string} version such as `20.19.4` @param {readonly number[]} least major, minor */
export function isAtLeast(version, least) {
  const given = version.split('.').map(Number);
  for (const [index, wanted] of least.entries()) {
    const part = given[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
