import type {
  ChangesResponse,
  EntriesResponse,
  EntryKind,
  ReleaseReport,
  RevisionResponse,
} from '@passerelle/contracts';

/** What the site asks of the CMS. Every method throws {@link CmsError}. */
export interface CmsClient {
  revision(): Promise<RevisionResponse>;
  /** One page of a kind by ascending key, all locales; go on with `next` as `after`. */
  entries(kind: EntryKind, after?: number): Promise<EntriesResponse>;
  /** Every page of a kind; the next one is on its way while one is looked at. */
  everyPage(kind: EntryKind): AsyncIterable<EntriesResponse>;
  /** What has changed since a revision, each document once. */
  changes(since: number): Promise<ChangesResponse>;
  /** Tells the CMS how a build is going. Sending the same report twice does no harm. */
  report(report: ReleaseReport): Promise<void>;
  /** The bytes of an upload, by its path at the CMS (`/uploads/…`). */
  media(path: string): Promise<Uint8Array>;
}
