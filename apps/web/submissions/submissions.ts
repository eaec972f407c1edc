import type { FormName, Submission } from '@passerelle/contracts';
import type { Logger } from 'pino';
import type { Submissions, Submitted } from '../src/submissions/port.ts';
import type { VisitorFiles } from '../src/submissions/visitor-files.ts';
import type { Guards } from './guards/guards.ts';
import type { HandOver } from './hand-over/hand-over.ts';
import type { Forwarder } from './spool/forwarder.ts';
import type { Seal } from './spool/sealing.ts';
import type { Spool } from './spool/spool.ts';

/** Bytes of a box that the CMS still takes (`sealedBatchSchema`: 200,000 characters of base64). */
const BOX_BYTES = 150_000;

/** Submissions as a web server has them: one for each process. */
export interface OpenSubmissions extends Submissions {
  /** The same, for one request: what is sent and logged carries its id, whatever the page says. */
  forRequest(requestId: string): Submissions;
  /** Files that visitors were asked for. */
  files: VisitorFiles;
  /** Settles when everything that was taken has been answered or is on disk, and nothing is forwarded any more. */
  close(): Promise<void>;
}

interface SubmissionsParts
  extends Pick<Submissions, 'pollResults' | 'newsletterReader' | 'newsletterData' | 'voter'> {
  guards: Guards;
  handOver: HandOver;
  seal: Seal;
  spool: Spool;
  forwarder: Pick<Forwarder, 'look'>;
  log: Logger;
  /** A clock that only goes forward, in milliseconds. */
  now: () => number;
}

/** Puts the parts together: guard, hand over, keep what can't be handed over. One line is logged for each submission. */
export function createSubmissions(parts: SubmissionsParts): Omit<OpenSubmissions, 'close' | 'files'> {
  const { guards, handOver, seal, spool, forwarder, pollResults, voter, log, now } = parts;
  const { newsletterReader, newsletterData } = parts;

  async function keep(submission: Submission): Promise<Submitted> {
    const { form, requestId, receivedAt } = submission;
    const box = seal(JSON.stringify(submission));
    if (box.byteLength > BOX_BYTES) return { outcome: 'refused', code: 'too-large' };
    const kept = await spool.keep({ form, requestId, receivedAt, box });
    if (kept !== 'kept') {
      log.error({ form, requestId, kept }, 'a submission could not be kept');
      return { outcome: 'refused', code: 'unavailable' };
    }
    forwarder.look();
    return { outcome: 'received' };
  }

  async function submit(submission: Submission): Promise<Submitted> {
    const { form, requestId } = submission;
    const began = now();
    const submitted = (await handOver.submit(submission)) ?? (await keep(submission));
    log.info({ form, ...submitted, requestId, ms: Math.round(now() - began) }, 'submission');
    return submitted;
  }

  const refused = (form: FormName, code: string, requestId?: string) =>
    log.info({ form, outcome: 'refused', code, requestId }, 'submission');

  const forRequest = (requestId?: string): Submissions => ({
    issue: guards.issue,
    heat: guards.heat,
    async admit(subject, sent, address) {
      const code = await guards.admit(subject, sent, address);
      if (code !== null) refused(subject.form, code, requestId);
      return code;
    },
    submit: (submission) => submit(requestId === undefined ? submission : { ...submission, requestId }),
    pollResults,
    newsletterReader,
    newsletterData,
    voter,
  });

  return { ...forRequest(), forRequest };
}
