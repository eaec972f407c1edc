import type { EntryKind, Locale, ReleaseReport } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { readDocumentChange, readHead } from '../adapters/changes.ts';
import { readLiveReport, readReports, type StoredReport, storeReport } from '../adapters/releases.ts';

/** What the publisher is doing, for the admin. */
const releases = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes a report of the publisher. */
  record(report: ReleaseReport): Promise<void> {
    return storeReport(strapi, report, new Date());
  },

  /** The newest build, the one that is live, and the content's revision now. */
  async latest(): Promise<{ revision: number; newest: StoredReport | null; live: StoredReport | null }> {
    const [{ revision }, reports, live] = await Promise.all([
      readHead(strapi),
      readReports(strapi, 1),
      readLiveReport(strapi),
    ]);
    return { revision, newest: reports[0] ?? null, live };
  },

  /** The newest builds, newest first. */
  list(limit: number): Promise<StoredReport[]> {
    return readReports(strapi, limit);
  },

  /**
   * Whether the last change of a document has reached the site: the revision of that change and the one that
   * is live. `changed` is null for a document that was never public.
   */
  async document(document: { kind: EntryKind; documentId: string; locale: Locale | null }): Promise<{
    changed: { revision: number; at: string } | null;
    live: StoredReport | null;
    newest: StoredReport | null;
  }> {
    const [changed, state] = await Promise.all([readDocumentChange(strapi, document), this.latest()]);
    return { changed, live: state.live, newest: state.newest };
  },
});

export default releases;
