import {
  type Answer,
  answerBatchSchema,
  newsletterDataSchema,
  newsletterReaderSchema,
  pollResultsSchema,
} from '@passerelle/contracts';
import type { ZodType } from 'zod';
import { CmsError } from '../cms-error.ts';
import { parse, readJson, requestsTo } from '../requests.ts';
import type { SubmissionsClient } from './client.ts';

export interface SubmissionsClientOptions {
  /** Where the CMS answers, without a path: `http://127.0.0.1:1337`. */
  url: string;
  /** Of the web server: it may hand submissions over and read results, nothing else. */
  token: string;
  /** In milliseconds. */
  timeout?: number;
}

/** The CMS over HTTP, each request sent once: visitors wait, and what to do next is theirs who ask. */
export function createSubmissionsClient({
  url,
  token,
  timeout = 3_000,
}: SubmissionsClientOptions): SubmissionsClient {
  const request = requestsTo(url, timeout);
  const authorization = `Bearer ${token}`;

  const post = <T>(address: string, body: object, read: (response: Response) => Promise<T>): Promise<T> =>
    request(
      address,
      {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      read,
    );

  async function answersTo(address: string, body: object, count: number): Promise<Answer[]> {
    const text = await post(address, body, (response) => response.text());
    const { answers } = parse({ address, json: readJson(address, text) }, answerBatchSchema);
    if (answers.length === count) return answers;
    throw new CmsError('malformed', `The CMS gave ${answers.length} answers to ${count} submissions.`);
  }

  async function readAs<T>(address: string, schema: ZodType<T>): Promise<T> {
    const text = await request(address, { headers: { authorization } }, (response) => response.text());
    return parse({ address, json: readJson(address, text) }, schema);
  }

  return {
    submit: (submissions) => answersTo('/api/submissions', { submissions }, submissions.length),
    submitSealed: (boxes) => answersTo('/api/submissions/sealed', { boxes }, boxes.length),
    alarm: (alarm) =>
      post('/api/submissions/alarms', alarm, async (response) => {
        await response.body?.cancel();
      }),
    pollResults: (poll) => readAs(`/api/polls/${encodeURIComponent(poll)}/results`, pollResultsSchema),
    newsletterReader: (token) =>
      readAs(`/api/newsletter/${encodeURIComponent(token)}`, newsletterReaderSchema),
    newsletterData: (token) =>
      readAs(`/api/newsletter/${encodeURIComponent(token)}/data`, newsletterDataSchema),
  };
}
