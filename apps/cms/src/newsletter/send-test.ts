import type { Clock } from '../platform/jobs/settings.ts';
import type { SmtpPool } from '../platform/mailer/adapters/smtp-pool.ts';
import { compileMessage, type SourceOptions } from './message-source.ts';
import type { Recipient } from './readers.ts';
import type { Rendition } from './rendition.ts';

/** Sends a rendition to one address, outside of any issue. False when it wasn't taken. */
export type SendTest = (rendition: Rendition, recipient: Recipient) => Promise<boolean>;

interface TestOptions {
  pool: Pick<SmtpPool, 'deliver'>;
  source: SourceOptions;
  /** The site's, which message ids end with. */
  host: string;
  newId: () => string;
  clock: Clock;
}

/** How long a server may take, in milliseconds: a person waits for the answer. */
const TIMEOUT_MS = 30_000;

export function createTestSender({ pool, source, host, newId, clock }: TestOptions): SendTest {
  return async (rendition, recipient) => {
    const messageId = `<${newId()}@${host}>`;
    const outcome = await pool.deliver(
      {
        raw: compileMessage(rendition, source)({ messageId, at: clock(), recipient }),
        envelope: { from: source.from.address, to: recipient.address },
        messageId,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { beforeContent: async () => undefined, signal: AbortSignal.timeout(TIMEOUT_MS) },
    );
    return outcome.verdict === 'sent';
  };
}
