import {
  documentIdSchema,
  instantSchema,
  localeSchema,
  releaseFailureSchema,
  releaseReportSchema,
} from '@passerelle/contracts';
import { z } from 'zod';

/**
 * Where something stands between the newsroom and the public site. `leaving` is true while the site still shows
 * what has been taken away.
 */
export const siteStatusSchema = z.discriminatedUnion('state', [
  /** Not on the site: since its removal was built, or never there. */
  z.object({ state: z.literal('offline'), since: instantSchema.nullable() }),
  /** On the site as it was last published. */
  z.object({ state: z.literal('live'), since: instantSchema }),
  /** Changed; no build takes it along yet. `late` once a person should look why. */
  z.object({
    state: z.literal('waiting'),
    since: instantSchema.nullable(),
    late: z.boolean(),
    leaving: z.boolean(),
  }),
  /** An earlier release was made live again; it does not show the change. The next publication brings it back. */
  z.object({ state: z.literal('rolled-back'), at: instantSchema, leaving: z.boolean() }),
  /** A build takes it along. */
  z.object({
    state: z.literal('building'),
    pagesWritten: z.int().nonnegative(),
    pagesTotal: z.int().nonnegative(),
    elapsedMs: z.number().nonnegative(),
    leaving: z.boolean(),
  }),
  /** The last build that would have taken it along broke off; the site shows what it showed before. */
  z.object({
    state: z.literal('failed'),
    at: instantSchema,
    failure: releaseFailureSchema,
    leaving: z.boolean(),
  }),
]);
export type SiteStatus = z.infer<typeof siteStatusSchema>;

/** The kinds of entry whose edit view shows a status. */
export const watchedKindSchema = z.enum(['article', 'page']);
export type WatchedKind = z.infer<typeof watchedKindSchema>;

/** `GET /passerelle/site-status?kind=&documentId=&locale=` */
export const documentStatusQuerySchema = z.strictObject({
  kind: watchedKindSchema,
  documentId: documentIdSchema,
  locale: localeSchema,
});
export const documentStatusSchema = z.object({
  status: siteStatusSchema,
  /** The public page; null when nothing is published. */
  url: z.url().nullable(),
});
export type DocumentStatus = z.infer<typeof documentStatusSchema>;

/** One build as the home page lists it; `abandoned` when it never told its end. */
export const buildSchema = z.object({ report: releaseReportSchema, abandoned: z.boolean() });
export type BuildSummary = z.infer<typeof buildSchema>;

/** `GET /passerelle/publication` */
export const publicationSchema = z.object({
  siteUrl: z.url(),
  status: siteStatusSchema,
  /** The newest builds, newest first. */
  builds: z.array(buildSchema),
});
export type Publication = z.infer<typeof publicationSchema>;
