import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReleaseFailure } from '@passerelle/contracts';
import { BuildError } from './build-error.ts';
import type { RenderedPage } from './render.ts';

/** From this many pages on, threads are worth their start. */
export const WORTH_THREADS = 400;

const BATCH = 32;
/** Heap of a thread, in megabytes. */
const HEAP_MB = 256;

/** What the threads need to work on their own. */
export interface PoolPlace {
  engineDir: string;
  site: string;
  snapshot: string;
  objects: string;
}

/** Renders many paths on all processors; `take` is given each page as it is done. @throws BuildError as soon as one fails. */
export type RenderMany = (paths: readonly string[], take: (page: RenderedPage) => void) => Promise<void>;

export function renderPool(place: PoolPlace): RenderMany {
  return async (paths, take) => {
    const queue = [...paths];
    const threads = Array.from(
      { length: availableParallelism() },
      () =>
        new Worker(new URL('./render-worker.ts', import.meta.url), {
          workerData: place,
          resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
        }),
    );
    try {
      await Promise.all(threads.map((thread) => work(thread, queue, take)));
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  };
}

type Answer = { pages: RenderedPage[] } | { failure: ReleaseFailure };

function work(thread: Worker, queue: string[], take: (page: RenderedPage) => void): Promise<void> {
  return new Promise((done, fail) => {
    thread.once('error', (cause) =>
      fail(new BuildError('unknown', 'A rendering thread broke down.', { cause })),
    );
    thread.once('exit', () => fail(new BuildError('unknown', 'A rendering thread ended.')));
    thread.on('message', (answer: Answer) => {
      if ('failure' in answer) {
        queue.length = 0;
        fail(new BuildError(answer.failure.code, answer.failure.detail));
        return;
      }
      for (const page of answer.pages) take(page);
      const batch = queue.splice(0, BATCH);
      if (batch.length > 0) thread.postMessage(batch);
      else done();
    });
  });
}
