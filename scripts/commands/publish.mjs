import { loadEnvironment } from '../up/environment.mjs';
import { runForeground } from '../up/program.mjs';
import { inRoot } from '../up/project.mjs';
import { answers } from '../up/ready.mjs';
import { publisherAddress } from '../up/services.mjs';

/**
 * Has the publisher build and switch now; does it here when no publisher runs.
 * @param {{ allowShrink?: boolean }} options
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function publish({ allowShrink = false }, signal) {
  const environment = loadEnvironment();
  const address = publisherAddress(environment);
  if (!(await answers(`${address}/healthz`, 200))) {
    process.stdout.write('The publisher is not running; publishing from here.\n');
    const flags = ['--once', ...(allowShrink ? ['--allow-shrink'] : [])];
    return await runForeground([inRoot('apps', 'web', 'publisher', 'main.ts'), ...flags], {
      signal,
      cwd: inRoot('apps', 'web'),
      env: { ...environment, NODE_ENV: 'production' },
    });
  }
  const response = await fetch(`${address}/publish`, {
    method: 'POST',
    headers: { authorization: `Bearer ${environment.NOTICE_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ allowShrink }),
    signal,
  });
  if (response.status === 401) {
    process.stderr.write(
      'The publisher refuses NOTICE_TOKEN: it was started with another one. Start it again.\n',
    );
    return 1;
  }
  const text = await response.text();
  (response.ok ? process.stdout : process.stderr).write(`${outcomeText(text)}\n`);
  return response.ok ? 0 : 1;
}

/**
 * The publisher's answer in words; as it came when it is not understood.
 * @param {string} text
 */
export function outcomeText(text) {
  const outcome = recordOf(text);
  const built = member(outcome, 'built');
  if (member(outcome, 'ok') === true && built !== undefined) {
    const state = member(built, 'switched') ? 'is live' : 'was live already, nothing differs';
    const pages = `${member(built, 'pagesWritten')} of ${member(built, 'pagesTotal')} pages written`;
    const warnings = member(built, 'warnings');
    return [
      `Release ${member(built, 'release')} ${state}: revision ${member(built, 'revision')}, ${pages}.`,
      ...(Array.isArray(warnings) ? warnings.map((warning) => `  warning: ${warning}`) : []),
    ].join('\n');
  }
  const failure = member(outcome, 'failure');
  if (failure === undefined) return text;
  return `Not published (${member(failure, 'code')}); the release before stays live.\n${member(failure, 'detail')}`;
}

/** @param {string} text @returns {unknown} */
function recordOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: shown as it came.
    return undefined;
  }
}

/** @param {unknown} record @param {string} name @returns {unknown} */
function member(record, name) {
  return typeof record === 'object' && record !== null && name in record
    ? Object.getOwnPropertyDescriptor(record, name)?.value
    : undefined;
}
