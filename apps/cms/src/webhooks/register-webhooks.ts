import { z } from 'zod';
import type { Alarm } from '../platform/alarm.ts';
import type { Transaction } from '../platform/jobs/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { type Clock, DEFAULT_SETTINGS } from '../platform/jobs/settings.ts';
import { deliver, type WebhookTarget } from './adapters/deliver.ts';
import { type WebhookEvent, webhookEventSchema } from './domain/webhook-event.ts';

/** The job that sends an event; over its tries it keeps its id, by which a receiver knows it again. */
const SEND = 'webhook.send';
const payloadSchema = z.strictObject({ id: z.uuid(), event: webhookEventSchema });

interface Webhooks {
  /** Null: nobody is told. */
  target: WebhookTarget | null;
  clock: Clock;
  /** A random UUID. */
  newId: () => string;
  alarm: (alarm: Alarm) => Promise<void>;
}

/**
 * Has others told of inquiries, by jobs: twelve tries over some two hours, then a dead letter and an alarm. Before the
 * jobs are started.
 *
 * @returns what announces an event, in the transaction of its cause; undefined when nobody is told.
 */
export function registerWebhooks(
  { target, clock, newId, alarm }: Webhooks,
  jobs: Pick<Jobs, 'work' | 'enqueue'>,
): ((transaction: Transaction, event: WebhookEvent) => Promise<void>) | undefined {
  // What was asked for while there was a receiver is dropped once there is none.
  jobs.work(SEND, async ({ payload, attempt }) => {
    if (target === null) return;
    const { id, event } = payloadSchema.parse(payload);
    const at = clock();
    try {
      await deliver(target, { id, body: JSON.stringify(event), at });
    } catch (error) {
      if (attempt >= DEFAULT_SETTINGS.retry.attempts) {
        await alarm({ code: 'webhook-given-up', at: at.toISOString(), attempts: attempt });
      }
      throw error;
    }
  });
  if (target === null) return undefined;
  return (transaction, event) =>
    jobs.enqueue(
      { name: SEND, payload: { id: newId(), event: webhookEventSchema.parse(event) } },
      transaction,
    );
}
