import { parseArgs } from 'node:util';
import { SetupFailure } from './failure.mjs';

/**
 * Reads the options of an entry script; `--help` prints the usage and ends the program.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Options
 * @param {Options} options
 * @param {string} usage
 * @throws {SetupFailure} flag-unknown
 */
export function readFlags(options, usage) {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    process.stdout.write(`${usage.trim()}
`);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [problem = ''] = error.message.split('. ');
    throw new SetupFailure('flag-unknown', { problem }, { cause: error });
  }
}
