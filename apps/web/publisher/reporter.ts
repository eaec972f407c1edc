import type { CmsClient } from '@passerelle/cms-client';
import type { ReleaseReport } from '@passerelle/contracts';

/** Builds whose last report is kept while the CMS is away. */
const KEPT = 10;

/**
 * Tells the CMS how builds are going, in order and without holding a build up.
 *
 * Of several reports of a build that wait, the latest one counts. Those that could not be delivered are kept and
 * delivered by the next `flush`: the editor's status is right again once the CMS is back.
 */
export function createReporter(cms: Pick<CmsClient, 'report'>, failed: (error: unknown) => void) {
  const waiting = new Map<string, ReleaseReport>();
  let sending = Promise.resolve();
  let busy = false;

  async function send(): Promise<void> {
    busy = true;
    try {
      for (let report = first(waiting); report; report = first(waiting)) {
        await cms.report(report);
        // A later one of the same build may have come meanwhile.
        if (waiting.get(report.build) === report) waiting.delete(report.build);
      }
    } catch (error) {
      failed(error);
    } finally {
      // Not when the promise settles: a report that comes in between would be left lying.
      busy = false;
    }
  }

  function flush(): Promise<void> {
    if (!busy) sending = send();
    return sending;
  }

  return {
    report(report: ReleaseReport): void {
      waiting.set(report.build, report);
      forgetBeyond(waiting, KEPT);
      void flush();
    },
    /** Sends what waits. Settles when it is delivered or has failed again. */
    flush,
  };
}

const first = (reports: ReadonlyMap<string, ReleaseReport>) => reports.values().next().value;

function forgetBeyond(reports: Map<string, ReleaseReport>, limit: number): void {
  for (const build of reports.keys()) {
    if (reports.size <= limit) return;
    reports.delete(build);
  }
}

export type Reporter = ReturnType<typeof createReporter>;
