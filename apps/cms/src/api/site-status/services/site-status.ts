import type { Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { env } from '../../../env.ts';
import { siteKind } from '../../site/domain/kinds.ts';
import createReleases from '../../site/services/releases.ts';
import { mayRead, readPublishedSlug } from '../adapters/documents.ts';
import type { DocumentStatus, Publication, WatchedKind } from '../domain/answers.ts';
import { siteStatus, summarize } from '../domain/status.ts';

/** How many builds are looked back on for when something went live. */
const REMEMBERED = 200;
/** How many builds the home page lists. */
const LISTED = 5;

/** Where documents and the site stand, for the admin's own screens. */
const status = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Whether the person who asks, as Strapi's state of the request tells, may read a document. */
  mayRead: (state: unknown, document: { kind: WatchedKind; documentId: string; locale: Locale }) =>
    mayRead(strapi, state, document),

  /** One article or page in one locale. */
  async document(document: {
    kind: WatchedKind;
    documentId: string;
    locale: Locale;
  }): Promise<DocumentStatus> {
    const releases = createReleases({ strapi });
    const [{ changed }, builds, slug] = await Promise.all([
      releases.document(document),
      releases.list(REMEMBERED),
      readPublishedSlug(strapi, document),
    ]);
    const path = slug === null ? null : siteKind(document.kind).path?.(document.locale, slug);
    return {
      status: siteStatus({
        changed,
        published: slug !== null,
        builds,
        everyBuild: builds.length < REMEMBERED,
        now: new Date(),
      }),
      url: path ? env().SITE_URL + path : null,
    };
  },

  /** The whole site and its latest builds. */
  async publication(): Promise<Publication> {
    const releases = createReleases({ strapi });
    const [{ revision }, builds] = await Promise.all([releases.latest(), releases.list(REMEMBERED)]);
    const now = new Date();
    return {
      siteUrl: env().SITE_URL,
      status: siteStatus({
        changed: { revision, at: null },
        published: true,
        builds,
        everyBuild: builds.length < REMEMBERED,
        now,
      }),
      builds: summarize(builds, now).slice(0, LISTED),
    };
  },
});

export default status;
