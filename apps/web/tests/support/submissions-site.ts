import cluster from 'node:cluster';
import { REFUSAL_STATUS, submissionSchema } from '@passerelle/contracts';
import pino from 'pino';
import { z } from 'zod';
import { serverConfig } from '../../server/config.ts';
import type { OnDemand } from '../../server/on-demand.ts';
import { serve } from '../../server/serve.ts';
import { runWorkers } from '../../server/workers.ts';
import type { OpenSubmissions } from '../../submissions/submissions.ts';

/**
 * The web server with two pages that only hand on what they are sent: `GET /form/?subject=` gives what a form
 * carries, `POST /vote/` takes a submission as JSON, guarded when it comes with a token.
 */

const postSchema = z.object({
  submission: submissionSchema,
  sent: z.object({ token: z.string(), proof: z.string().nullable(), trap: z.string().nullable() }).optional(),
});

async function routes(submissions: OpenSubmissions): Promise<OnDemand> {
  return {
    matches: (target) => target.startsWith('/form/') || target === '/vote/',
    async answer(request, response, { body, address, requestId }) {
      const open = submissions.forRequest(requestId);
      const say = (status: number, answer: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer));
      };
      if (!body) {
        const subject = new URL(request.url ?? '', 'http://site').searchParams.get('subject') ?? '';
        return say(200, await open.issue({ form: 'vote', subject }, address));
      }
      const { submission, sent } = postSchema.parse(JSON.parse(body.toString()));
      const subject = {
        form: submission.form,
        subject: submission.form === 'vote' ? submission.body.poll : submission.form,
      };
      const code = sent && (await open.admit(subject, { ...sent, key: submission.key }, address));
      const submitted = code
        ? ({ outcome: 'refused', code } as const)
        : await open.submit({ ...submission, receivedAt: new Date().toISOString() });
      const status = { accepted: 200, received: 202 };
      say(
        submitted.outcome === 'refused' ? REFUSAL_STATUS[submitted.code] : status[submitted.outcome],
        submitted,
      );
    },
  };
}

const config = serverConfig(process.env);
const log = pino({ name: 'web', level: config.logLevel });
const stop =
  cluster.isPrimary && config.workers > 1
    ? runWorkers(config.workers, log)
    : await serve(config, log, routes);
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
