import {
  type Answer,
  type NewsletterData,
  type NewsletterReader,
  type PollResults,
  type SpoolAlarm,
  type Submission,
  sealedBatchSchema,
  spoolAlarmSchema,
  submissionBatchSchema,
  submissionSchema,
} from '@passerelle/contracts';
import { CmsError } from '../cms-error.ts';
import type { SubmissionsClient } from './client.ts';

/** What may happen on the way: `cut` loses the answer after the CMS has taken what was sent; `hang` never answers. */
export type SubmissionsFault = 'none' | 'unreachable' | 'failed' | 'hang' | 'cut';

/** A CMS in memory that takes submissions, for tests. It passes the suite that the real one passes. */
export interface FakeSubmissionsCms extends SubmissionsClient {
  /** Submissions that had an effect, in the order they had it: each key at most once. */
  readonly effects: readonly Submission[];
  /** Sizes of the requests that carried submissions. */
  readonly batches: readonly number[];
  readonly alarms: readonly SpoolAlarm[];
  fault: SubmissionsFault;
  /** Has results, from now on, for this poll. */
  show(results: PollResults): void;
  /** Has this reader, from now on, for this token; without data nothing is kept of them. */
  showReader(token: string, reader: NewsletterReader, data?: NewsletterData): void;
}

export interface FakeSubmissionsOptions {
  /** What a fresh submission comes to; `failed` keeps nothing. */
  decide?: (submission: Submission) => Answer;
  /** Opens a box to the text that was sealed. Without it a box is the text's base64, not sealed at all. */
  open?: (box: string) => string;
  /** How long the CMS takes, in milliseconds. */
  delay?: number;
}

const fromBase64 = (box: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(box), (character) => character.charCodeAt(0)));

export function createFakeSubmissionsCms({
  decide = () => ({ outcome: 'accepted' }),
  open = fromBase64,
  delay = 0,
}: FakeSubmissionsOptions = {}): FakeSubmissionsCms {
  const known = new Map<string, { body: string; answer: Answer }>();
  const results = new Map<string, PollResults>();
  const readers = new Map<string, { reader: NewsletterReader; data: NewsletterData | undefined }>();
  const effects: Submission[] = [];
  const batches: number[] = [];
  const alarms: SpoolAlarm[] = [];

  function answerTo(submission: Submission): Answer {
    const body = JSON.stringify([submission.form, submission.body]);
    const before = known.get(submission.key);
    if (before) return before.body === body ? before.answer : { outcome: 'refused', code: 'key-reused' };
    const answer = decide(submission);
    if (answer.outcome === 'failed') return answer;
    known.set(submission.key, { body, answer });
    if (answer.outcome === 'accepted') effects.push(submission);
    return answer;
  }

  function answerToBox(box: string): Answer {
    try {
      return answerTo(submissionSchema.parse(JSON.parse(open(box))));
    } catch {
      return { outcome: 'failed' };
    }
  }

  async function under<T>(work: () => T): Promise<T> {
    const { fault } = fake;
    if (delay > 0) await new Promise((done) => setTimeout(done, delay));
    if (fault === 'unreachable' || fault === 'failed') throw new CmsError(fault, 'as it was told');
    if (fault === 'hang') return await new Promise(() => {});
    const result = work();
    if (fault === 'cut') throw new CmsError('unreachable', 'the answer is lost');
    return result;
  }

  const fake: FakeSubmissionsCms = {
    effects,
    batches,
    alarms,
    fault: 'none',
    show: (given) => void results.set(given.poll, given),
    showReader: (token, reader, data) => void readers.set(token, { reader, data }),
    submit: (submissions) =>
      under(() => {
        const given = submissionBatchSchema.parse({ submissions }).submissions;
        batches.push(given.length);
        return given.map(answerTo);
      }),
    submitSealed: (boxes) =>
      under(() => {
        const given = sealedBatchSchema.parse({ boxes }).boxes;
        batches.push(given.length);
        return given.map(answerToBox);
      }),
    alarm: (alarm) => under(() => void alarms.push(spoolAlarmSchema.parse(alarm))),
    pollResults: (poll) =>
      under(() => {
        const found = results.get(poll);
        if (!found) throw new CmsError('not-found', `There is no poll ${poll}.`);
        return found;
      }),
    newsletterReader: (token) => under(() => readerThere(readers.get(token)?.reader)),
    newsletterData: (token) => under(() => readerThere(readers.get(token)?.data)),
  };
  return fake;
}

function readerThere<T>(found: T | undefined): T {
  if (found === undefined) throw new CmsError('not-found', 'There is no reader of this token.');
  return found;
}
