import { noticeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { NOTICE_JOB, readHead } from './changes.ts';

/** A publisher that hasn't answered by then is asked again later. */
const TIMEOUT_MS = 5_000;

/** Tells the publisher that there is something new. It polls too, so a lost notice only costs time. */
export function registerNotice(
  strapi: Core.Strapi,
  jobs: Jobs,
  publisher: { url: string; token: string },
): void {
  jobs.work(NOTICE_JOB, async ({ signal }) => {
    const { revision } = await readHead(strapi);
    const response = await fetch(`${publisher.url}/notice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${publisher.token}` },
      body: JSON.stringify(noticeSchema.parse({ revision })),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      redirect: 'error',
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The publisher answered the notice with ${response.status}`);
  });
}
