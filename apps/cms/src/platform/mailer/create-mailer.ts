import { randomUUID } from 'node:crypto';
import type { Envelopes } from '../crypto/envelopes.ts';
import type { Connection } from '../jobs/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Clock } from '../jobs/settings.ts';
import { purgeContent } from './adapters/outbox-table.ts';
import type { Mailbox } from './domain/mailbox.ts';
import type { MailLog, MailTransport, RaiseAlarm, SendMail, SendMails, Templates } from './mail.ts';
import { createOutbox, SEND_JOB } from './outbox.ts';
import { createSendJob } from './send-job.ts';

/** How long the sealed content of a mail is kept. */
const CONTENT_DAYS = 30;

const NIGHTLY = { name: 'mail.purge', cron: '41 3 * * *', timeZone: 'America/Toronto', payload: {} };

export interface MailerOptions {
  connection: Connection;
  jobs: Pick<Jobs, 'enqueue' | 'enqueueAll' | 'work' | 'schedule'>;
  envelopes: Envelopes;
  templates: Templates;
  transport: MailTransport;
  from: Mailbox;
  alarm: RaiseAlarm;
  log: MailLog;
  clock?: Clock;
  newId?: () => string;
  /** Has the transport forget what is older, where it keeps anything. */
  purgeTransport?: (before: Date) => Promise<void>;
}

/** Sets up the outbox, its job and its nightly purge. Before the jobs are started. Gives the ways into the outbox. */
export function createMailer({
  clock = () => new Date(),
  newId = randomUUID,
  purgeTransport = async () => undefined,
  ...options
}: MailerOptions): { sendMail: SendMail; sendMails: SendMails } {
  const { connection, jobs, log } = options;
  jobs.work(SEND_JOB, createSendJob({ ...options, clock }));
  jobs.work(NIGHTLY.name, async () => {
    const before = new Date(clock().getTime() - CONTENT_DAYS * 86_400_000);
    const purged = await purgeContent(connection, before);
    await purgeTransport(before);
    log('info', `the content of ${purged} mails was purged`);
  });
  jobs.schedule(NIGHTLY);
  const sendMails = createOutbox({ ...options, clock, newId });
  return {
    sendMails,
    async sendMail(transaction, mail) {
      const [id] = await sendMails(transaction, [mail]);
      if (id === undefined) throw new Error('A mail was put into the outbox without an id');
      return id;
    },
  };
}
