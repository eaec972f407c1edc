/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const NONE = { passed: 0, failed: 0, skipped: 0 };

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumOf(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NONE,
  );
}

/** A step without tests of its own counts as one. @param {boolean} ok @returns {Counts} */
export const countOfCheck = (ok) => ({ ...NONE, [ok ? 'passed' : 'failed']: 1 });

/**
 * Results from the report a runner wrote. A run that ended badly without a failing test, that wrote no report, or that
 * ran nothing, counts as one failure: no run may look better than its exit code.
 * @param {'vitest' | 'playwright'} runner
 * @param {unknown} report what its JSON reporter wrote; undefined when there is none
 * @param {boolean} ok whether the runner ended with code 0
 * @returns {Counts}
 */
export function countsOf(runner, report, ok) {
  const counts = runner === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
  if (counts === null || counts.passed + counts.failed + counts.skipped === 0) return { ...NONE, failed: 1 };
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {unknown} report @returns {Counts | null} */
function vitestCounts(report) {
  const passed = numberAt(report, 'numPassedTests');
  const failed = numberAt(report, 'numFailedTests');
  const pending = numberAt(report, 'numPendingTests');
  const todo = numberAt(report, 'numTodoTests');
  if (passed === null || failed === null) return null;
  // A file that could not be loaded has no test to count; each is one failure.
  return { passed, failed: failed + brokenFiles(report), skipped: (pending ?? 0) + (todo ?? 0) };
}

/** @param {unknown} report */
function brokenFiles(report) {
  if (!isRecord(report) || !Array.isArray(report.testResults)) return 0;
  return report.testResults.filter(
    (file) =>
      isRecord(file) &&
      file.status === 'failed' &&
      Array.isArray(file.assertionResults) &&
      !file.assertionResults.some((test) => isRecord(test) && test.status === 'failed'),
  ).length;
}

/** @param {unknown} report @returns {Counts | null} */
function playwrightCounts(report) {
  const stats = isRecord(report) ? report.stats : undefined;
  const passed = numberAt(stats, 'expected');
  const failed = numberAt(stats, 'unexpected');
  const flaky = numberAt(stats, 'flaky');
  if (passed === null || failed === null || flaky === null) return null;
  return { passed, failed: failed + flaky, skipped: numberAt(stats, 'skipped') ?? 0 };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null;

/** @param {unknown} record @param {string} key */
function numberAt(record, key) {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === 'number' ? value : null;
}
