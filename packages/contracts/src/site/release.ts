import { z } from 'zod';
import { instantSchema } from '../content/primitives.ts';
import { revisionSchema } from './sync.ts';

/**
 * How far a build is. `queued`: it will begin when changes have stopped coming. `rolled-back`: not built, an earlier
 * release was made live again by a person; the revision is that release's.
 */
export const releaseStateSchema = z.enum(['queued', 'building', 'checking', 'live', 'failed', 'rolled-back']);
export type ReleaseState = z.infer<typeof releaseStateSchema>;

/** Why a build broke off; each has a text for editors in the admin. `detail` is for whoever mends it. */
export const releaseFailureSchema = z.strictObject({
  code: z.enum([
    'cms-unreachable',
    'cms-malformed',
    'page-failed',
    'page-missing',
    'empty',
    'shrunk',
    'disk-full',
    'unknown',
  ]),
  detail: z.string().max(4000),
});
export type ReleaseFailure = z.infer<typeof releaseFailureSchema>;
export type ReleaseFailureCode = ReleaseFailure['code'];

/** `POST /api/site/releases`: what the publisher tells the CMS; the same `build` is reported again as it goes on. */
export const releaseReportSchema = z.strictObject({
  /** Names one build, also when it fails and never becomes a release. */
  build: z.string().regex(/^[\w-]{8,64}$/),
  state: releaseStateSchema,
  /** The content revision it shows; as long as it has not read the content, that of the build before. */
  revision: revisionSchema,
  /** When it began; while it is queued, when it was asked for. */
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  durationMs: z.number().nonnegative().nullable(),
  pagesWritten: z.int().nonnegative(),
  pagesTotal: z.int().nonnegative(),
  failure: releaseFailureSchema.nullable(),
});
export type ReleaseReport = z.infer<typeof releaseReportSchema>;

/** `POST /notice` on the publisher: something has changed, look. Carries no content. */
export const noticeSchema = z.strictObject({ revision: revisionSchema });
export type Notice = z.infer<typeof noticeSchema>;
