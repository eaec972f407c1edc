import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/jobs/database.ts';

const TOKENS = 'passerelle_webhook_tokens';

/** Notes that a message signed with a token is taken. @returns false when one was taken before */
export async function spendWebhookToken(trx: Transaction, token: string, at: number): Promise<boolean> {
  const hash = createHash('sha256').update(token).digest('hex');
  const inserted = await trx(TOKENS).insert({ hash, at }).onConflict('hash').ignore().returning('hash');
  return inserted.length > 0;
}

export async function deleteWebhookTokens(trx: Transaction, before: number): Promise<void> {
  await trx(TOKENS).where('at', '<', before).delete();
}
