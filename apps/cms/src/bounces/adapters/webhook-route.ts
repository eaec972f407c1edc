import { withRetries } from '../../platform/database/retries.ts';
import { cmsLog } from '../../platform/log/log.ts';
import { mailgunReport, mailgunSignatureSchema } from '../domain/mailgun-event.ts';
import { takeReport } from '../take-report.ts';
import type { SourceSetting } from '../take-source.ts';
import { mailgunFault } from './mailgun-signature.ts';
import { spendWebhookToken } from './webhook-token-rows.ts';

/** Where the mail provider tells of bounces and complaints. */
const MAILGUN_PATH = '/passerelle/mail-events/mailgun';

/** Octets of one message: theirs have some kilobytes. */
const LARGEST = 256 * 1024;

/** The part of Koa's context used here. */
interface HookContext {
  request: { body?: unknown; length?: number | undefined };
  status: number;
  body: unknown;
}

/** For Mailgun 406 means: not to be sent again. */
const NOT_AGAIN = 406;

/**
 * Opens the door to Mailgun's messages. It has no token of ours: what entitles to it is the signature. A message is
 * taken once, together with what it changes; one that could not be stored is answered 500, and comes again.
 */
export function registerMailgunHook(setting: SourceSetting, key: string): void {
  const { strapi, clock, random } = setting;
  strapi.server.router.post(MAILGUN_PATH, async (context: HookContext) => {
    const { status, outcome } = await answerTo(context.request);
    context.status = status;
    context.body = { outcome };
    cmsLog().info({ outcome }, 'message of the mail provider');
  });

  async function answerTo({ body, length }: HookContext['request']) {
    if (length === undefined || length > LARGEST) return { status: 413, outcome: 'too-large' };
    const signed = mailgunSignatureSchema.safeParse(body);
    if (!signed.success) return { status: 400, outcome: 'malformed' };
    const { signature } = signed.data;
    const at = clock().getTime();
    const fault = mailgunFault(signature, key, at);
    if (fault !== null) return { status: fault === 'stale' ? NOT_AGAIN : 403, outcome: fault };
    const report = mailgunReport(body);
    return await withRetries(
      () =>
        strapi.db.transaction(async ({ trx }) => {
          if (!(await spendWebhookToken(trx, signature.token, at))) {
            return { status: NOT_AGAIN, outcome: 'replayed' };
          }
          const outcome = report === null ? 'no-report' : await takeReport(setting, trx, report, 'webhook');
          return { status: 200, outcome };
        }),
      random,
    );
  }
}
