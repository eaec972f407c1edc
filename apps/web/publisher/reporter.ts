import type { CmsClient } from '@passerelle/cms-client';
import type { ReleaseReport } from '@passerelle/contracts';

/**
 * Tells the CMS how builds are going, in order and without holding a build up.
 *
 * Of several reports that wait, the latest one counts. One that could not be delivered is kept and
 * delivered by the next `flush`: the editor's status is right again once the CMS is back.
 */
export function createReporter(cms: Pick<CmsClient, 'report'>, failed: (error: unknown) => void) {
  let waiting: ReleaseReport | undefined;
  let sending: Promise<void> | undefined;

  async function send(): Promise<void> {
    while (waiting) {
      const report = waiting;
      waiting = undefined;
      try {
        await cms.report(report);
      } catch (error) {
        waiting ??= report;
        failed(error);
        return;
      }
    }
  }

  function flush(): Promise<void> {
    sending ??= send().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  return {
    report(report: ReleaseReport): void {
      waiting = report;
      void flush();
    },
    /** Sends what waits. Settles when it is delivered or has failed again. */
    flush,
  };
}
export type Reporter = ReturnType<typeof createReporter>;
