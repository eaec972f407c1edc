import {
  type EntriesResponse,
  type Entry,
  entrySchema,
  type Locale,
  type ReleaseReport,
  releaseReportSchema,
} from '@passerelle/contracts';
import type { CmsClient } from './client.ts';
import { CmsError } from './cms-error.ts';

/** A CMS in memory, for tests of what uses a {@link CmsClient}. It passes the suite that the real one passes. */
export interface FakeCms extends CmsClient {
  /** Publishes an entry, or publishes it again. */
  publish(entry: Entry): void;
  withdraw(kind: Entry['kind'], documentId: string, locale: Locale | null): void;
  upload(path: string, bytes: Uint8Array): void;
  /** As after a restore from a backup: other epoch, the revision starts again. */
  restore(): void;
  /** Every call throws this until it is cleared. */
  fail(error: CmsError | null): void;
  readonly reports: readonly ReleaseReport[];
}

interface Row {
  key: number;
  revision: number;
  entry: Entry | null;
  of: Pick<Entry, 'kind' | 'documentId' | 'locale'>;
}

export function createFakeClient({ pageSize = 200 } = {}): FakeCms {
  const rows = new Map<string, Row>();
  const media = new Map<string, Uint8Array>();
  const reports: ReleaseReport[] = [];
  let epoch = crypto.randomUUID();
  let revision = 0;
  let failure: CmsError | null = null;

  const put = (of: Row['of'], entry: Entry | null) => {
    revision += 1;
    const { kind, documentId, locale } = of;
    rows.set(`${kind}/${documentId}/${locale}`, {
      key: revision,
      revision,
      entry,
      of: { kind, documentId, locale },
    });
  };
  const answer = async <T>(make: () => T): Promise<T> => {
    if (failure) throw failure;
    return make();
  };

  const fake: FakeCms = {
    reports,
    publish: (entry) => put(entry, entrySchema.parse(entry)),
    withdraw: (kind, documentId, locale) => put({ kind, documentId, locale }, null),
    upload: (path, bytes) => void media.set(path, bytes),
    restore() {
      epoch = crypto.randomUUID();
      revision = 0;
    },
    fail(error) {
      failure = error;
    },

    revision: () => answer(() => ({ epoch, revision })),
    entries: (kind, after = 0) =>
      answer(() => {
        const found = [...rows.values()]
          .filter((row) => row.key > after && row.entry?.kind === kind)
          .sort((a, b) => a.key - b.key);
        const page = found.slice(0, pageSize);
        return {
          epoch,
          revision,
          entries: page.map((row) => row.entry).filter((entry) => entry !== null),
          next: found.length > pageSize ? (page.at(-1)?.key ?? null) : null,
        };
      }),
    async *everyPage(kind) {
      for (let after: number | null = 0; after !== null; ) {
        const page: EntriesResponse = await fake.entries(kind, after);
        yield page;
        after = page.next;
      }
    },
    changes: (since) =>
      answer(() => {
        const found = [...rows.values()]
          .filter((row) => row.revision > since)
          .sort((a, b) => a.revision - b.revision);
        const page = found.slice(0, pageSize);
        const more = found.length > pageSize;
        return {
          epoch,
          revision: more ? (page.at(-1)?.revision ?? revision) : revision,
          more,
          changes: page.map((row) => ({ ...row.of, entry: row.entry })),
        };
      }),
    report: (report) => answer(() => void reports.push(releaseReportSchema.parse(report))),
    media: (path) =>
      answer(() => {
        const bytes = media.get(path);
        if (!bytes) throw new CmsError('not-found', `The CMS answered 404 to ${path}.`);
        return bytes;
      }),
  };
  return fake;
}
