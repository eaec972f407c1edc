import { examine } from '../doctor/examine.mjs';
import { readableReport } from '../doctor/report.mjs';

/** @param {{ json?: boolean }} options @returns {Promise<number>} the exit code: 1 when something is wrong */
export async function doctor({ json = false }) {
  const findings = await examine();
  process.stdout.write(json ? `${JSON.stringify({ findings }, null, 2)}\n` : `${readableReport(findings)}\n`);
  return findings.some(({ state }) => state === 'fail') ? 1 : 0;
}
