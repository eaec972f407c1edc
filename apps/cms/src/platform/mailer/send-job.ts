import { z } from 'zod';
import type { Envelopes } from '../crypto/envelopes.ts';
import type { Connection } from '../jobs/database.ts';
import type { Job, JobHandler, Jobs } from '../jobs/jobs.ts';
import type { Clock } from '../jobs/settings.ts';
import {
  countAttempt,
  forgetSettled,
  markHandedOver,
  readMail,
  type StoredMail,
  storeOutcome,
} from './adapters/outbox-table.ts';
import type { Delivery } from './domain/delivery.ts';
import type { Mailbox } from './domain/mailbox.ts';
import type { MailLog, MailTransport, RaiseAlarm, Templates } from './mail.ts';
import { openContent, SEND_JOB } from './outbox.ts';

export interface SendJobOptions {
  connection: Connection;
  jobs: Pick<Jobs, 'enqueue'>;
  envelopes: Envelopes;
  templates: Templates;
  transport: MailTransport;
  from: Mailbox;
  alarm: RaiseAlarm;
  clock: Clock;
  log: MailLog;
}

/** Attempts at the pauses of a failing job, some four minutes in all; from then on a quarter of an hour apart. */
const QUICK_ATTEMPTS = 8;
const LATER_MS = 15 * 60_000;

/** RFC 5321, 4.5.4.1: one gives up after four or five days. */
const GIVE_UP_MS = 4 * 86_400_000;

/** What a run of the job ends with when nobody has the mail yet. */
class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

/** Mails to persons who were erased: the last thing that has their address. */
const FORGOTTEN_ONCE_SENT: ReadonlySet<string> = new Set(['person-request-erased']);

const payloadSchema = z.strictObject({ id: z.uuid() });

/**
 * Sends a mail of the outbox.
 *
 * Its row says `uncertain` from just before the content leaves until the answer is stored. So a run that finds it
 * saying that is one whose predecessor was cut off in between: it leaves the mail alone and raises the alarm.
 */
export function createSendJob(options: SendJobOptions): JobHandler {
  const { connection, log } = options;
  return async (job) => {
    const { id } = payloadSchema.parse(job.payload);
    const mail = await readMail(connection, id);
    if (mail === null || mail.state === 'sent' || mail.state === 'failed') return;
    if (mail.state === 'uncertain') {
      await storeOutcome(connection, id, 'uncertain', 'cut off');
      await tellUncertain(options, mail, 'cut off');
      return;
    }
    const delivery = await attempt(options, mail, job.signal);
    if (delivery.verdict === 'sent') {
      await storeOutcome(connection, id, 'sent', null);
      log('info', `mail ${id} (${mail.template}) sent`);
    } else {
      await settleFailure(options, mail, delivery, job);
    }
    if (FORGOTTEN_ONCE_SENT.has(mail.template)) await forgetSettled(connection, id);
  };
}

async function attempt(options: SendJobOptions, mail: StoredMail, signal: AbortSignal): Promise<Delivery> {
  const { connection, envelopes, templates, transport, from } = options;
  await countAttempt(connection, mail.id);
  const { to, unsubscribe, content } = await openContent(envelopes, mail);
  const { id, template, at, messageId } = mail;
  const message = {
    ...(await templates.render(content)),
    id,
    template,
    at,
    messageId,
    from,
    to,
    unsubscribe,
  };
  return transport.deliver(message, { signal, beforeContent: () => markHandedOver(connection, id) });
}

type Failure = Exclude<Delivery, { verdict: 'sent' }>;

async function settleFailure(
  options: SendJobOptions,
  mail: StoredMail,
  { verdict, reason }: Failure,
  job: Pick<Job, 'attempt'>,
): Promise<void> {
  const { connection, log } = options;
  switch (verdict) {
    case 'refused':
      await storeOutcome(connection, mail.id, 'failed', reason);
      log('warn', `mail ${mail.id} (${mail.template}) refused: ${reason}`);
      return;
    case 'uncertain':
      await storeOutcome(connection, mail.id, 'uncertain', reason);
      await tellUncertain(options, mail, reason);
      return;
    case 'retry':
      await postpone(options, mail, reason, job.attempt);
      return;
  }
}

async function postpone(options: SendJobOptions, mail: StoredMail, reason: string, attempt: number) {
  const { connection, jobs, clock, log } = options;
  const now = clock().getTime();
  if (now - mail.at.getTime() > GIVE_UP_MS) {
    await storeOutcome(connection, mail.id, 'failed', `given up: ${reason}`);
    log('error', `mail ${mail.id} (${mail.template}) given up: ${reason}`);
    await raise(options, mail, 'mail-given-up');
    return;
  }
  if (attempt < QUICK_ATTEMPTS) {
    await storeOutcome(connection, mail.id, 'waiting', reason);
    throw new MailNotSent(`mail ${mail.id} (${mail.template}): ${reason}`);
  }
  await connection.transaction(async (trx) => {
    await storeOutcome(trx, mail.id, 'waiting', reason);
    const runAt = new Date(now + LATER_MS);
    await jobs.enqueue({ name: SEND_JOB, payload: { id: mail.id }, dedupeKey: mail.id, runAt }, trx);
  });
  log('warn', `mail ${mail.id} (${mail.template}) could not be sent yet: ${reason}`);
}

async function tellUncertain(options: SendJobOptions, mail: StoredMail, reason: string): Promise<void> {
  options.log('error', `mail ${mail.id} (${mail.template}) may or may not have been sent: ${reason}`);
  await raise(options, mail, 'mail-uncertain');
}

/** An alarm that can't be mailed is not told of by mail: that could go on for ever. */
async function raise(
  { alarm, clock }: SendJobOptions,
  mail: StoredMail,
  code: Parameters<RaiseAlarm>[0]['code'],
) {
  if (mail.template === 'alarm') return;
  await alarm({ code, at: clock().toISOString(), attempts: mail.attempts + 1 });
}
