import { type DestinationStream, type Logger, pino } from 'pino';
import { type Environment, env } from '../../env.ts';
import { describeError } from './describe-error.ts';

/**
 * Never written, at the top of a record or one object below. What is personal or secret isn't logged in the first
 * place; this is the net below.
 */
const PERSONAL_OR_SECRET = [
  ...['body', 'choices', 'voter', 'key', 'email', 'address', 'phone', 'ip', 'content'],
  ...['authorization', 'cookie', 'token', 'password', 'secret', 'boxes'],
];

/**
 * A log of JSON lines, on standard output unless told otherwise. `err` holds an error, and is described without its
 * message.
 *
 * @param level of Strapi, which knows `http`; pino does not.
 */
export function createLog(level: Environment['LOG_LEVEL'], destination?: DestinationStream): Logger {
  const options = {
    name: 'cms',
    level: level === 'http' ? 'info' : level,
    redact: { paths: PERSONAL_OR_SECRET.flatMap((field) => [field, `*.${field}`]), censor: '…' },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

let log: Logger | undefined;

/** The log of our own code in the CMS; `cmsLog().child({ requestId })` for what concerns one request. */
export function cmsLog(): Logger {
  log ??= createLog(env().LOG_LEVEL);
  return log;
}
