import type { Environment } from '../env.ts';
import type { WebhookTarget } from './adapters/deliver.ts';

/** Whom the environment says to tell of inquiries; null for nobody. */
export function webhookTargetOf({
  WEBHOOK_URL: url,
  WEBHOOK_SECRET: secret,
  WEBHOOK_ALLOW_PRIVATE: allowPrivate,
}: Environment): WebhookTarget | null {
  return url === undefined || secret === undefined ? null : { url, secret, allowPrivate };
}
