import { isDeepStrictEqual } from 'node:util';
import type { CmsClient } from '@passerelle/cms-client';
import { LOCALES } from '@passerelle/contracts';
import type { MadeFiles } from '../releases/made-files.ts';
import { type Manifest, type ReleaseFile, releaseId } from '../releases/manifest.ts';
import type { ReleaseStore } from '../releases/store.ts';
import { mayChangePaths } from '../src/published/apply.ts';
import { pathsIn } from '../src/published/paths.ts';
import { snapshotQueries } from '../src/published/queries.ts';
import { createReadGraph } from '../src/published/read-graph.ts';
import { createRecorder } from '../src/published/recorder.ts';
import type { SnapshotDatabase } from '../src/published/snapshot.ts';
import { BuildError } from './build-error.ts';
import { checkRelease } from './checks.ts';
import type { Engine } from './engine.ts';
import { imageFetcher } from './images/assets.ts';
import { contentOf, type ReleaseContent } from './release-content.ts';
import { pageRenderer, type RenderedPage } from './render.ts';
import { type RenderMany, WORTH_THREADS } from './render-pool.ts';
import { cardShelf, type SocialCards } from './social/card-shelf.ts';
import { syncSnapshot } from './sync.ts';

/** Pages rendered at a time: one renders while others are being written. */
const CONCURRENCY = 16;

export interface BuildOptions {
  /** Goes on although the site would be empty, or more than a fifth smaller than the live one. */
  allowShrink: boolean;
}

export interface Progress {
  state: 'building' | 'checking';
  revision: number;
  pagesWritten: number;
  pagesTotal: number;
}

export interface Built {
  /** The live release; the one before when nothing differs. */
  release: string;
  revision: number;
  /** Pages rendered, whether or not they came out different. */
  pagesWritten: number;
  pagesTotal: number;
  switched: boolean;
  warnings: string[];
  /** Milliseconds spent on each step. */
  steps: Record<string, number>;
}

export interface BuildParts {
  cms: CmsClient;
  engine: Engine;
  store: ReleaseStore;
  database: SnapshotDatabase;
  made: MadeFiles;
  now: () => Date;
  random: () => string;
  /** Renders on all processors; without it everything is rendered in this thread. */
  renderMany?: RenderMany;
}

/**
 * Builds releases, one after the other: sync, render what is stale, check, switch.
 *
 * Stays warm: what each page has read is known from one build to the next, so a build renders only
 * the pages whose reads have changed. When one breaks off, the live release stays, and what it
 * did not finish is rendered by the next.
 */
export function createBuilder({ cms, engine, store, database, made, now, random, renderMany }: BuildParts) {
  const recorder = createRecorder(snapshotQueries(database));
  const graph = createReadGraph(recorder);
  const paths = pathsIn(database);
  const rendered = new Map<string, ReleaseFile>();
  const pending = new Set<string>();
  let wanted: string[] | undefined;
  const shelf = cardShelf(recorder);
  let cards: SocialCards = new Map();
  let live: Manifest | undefined;

  const renderPage = pageRenderer(engine, recorder, store.objects);

  function take({ path, file, fresh, reads, sources }: RenderedPage): void {
    graph.setPage(path, reads, (key) => sources.get(key) ?? new Map());
    rendered.set(path, file);
    if (fresh) store.objects.mustFlush(file.digest);
    pending.delete(path);
  }

  async function renderHere(paths: readonly string[], done: (page: RenderedPage) => void): Promise<void> {
    const queue = [...paths];
    const worker = async () => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        try {
          done(await renderPage(path));
        } catch (error) {
          queue.length = 0;
          throw error;
        }
      }
    };
    const workers = await Promise.allSettled(Array.from({ length: CONCURRENCY }, worker));
    const failed = workers.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async function renderPending(progress: (written: number) => void): Promise<void> {
    let written = 0;
    const render = renderMany && pending.size >= WORTH_THREADS ? renderMany : renderHere;
    await render([...pending], (page) => {
      take(page);
      written += 1;
      progress(written);
    });
  }

  /** @throws BuildError, which says at which step and why. */
  async function build(options: BuildOptions, report: (progress: Progress) => void): Promise<Built> {
    const warnings: string[] = [];
    const lap = stopwatch();
    const unusable = (sentence: string) => void warnings.push(sentence);
    const fetchImages = imageFetcher({ database, cms, objects: store.objects, made, unusable });
    const synced = await syncSnapshot(database, cms, fetchImages);
    lap('sync');
    const { revision } = synced;
    for (const path of graph.stale(synced.touched)) pending.add(path);

    if (!wanted || mayChangePaths(synced.touched)) wanted = await wantedPaths(engine);
    for (const path of wanted) if (!rendered.has(path)) pending.add(path);
    const there = new Set(wanted);
    for (const path of [...rendered.keys(), ...pending]) {
      if (there.has(path)) continue;
      graph.dropPage(path);
      rendered.delete(path);
      pending.delete(path);
    }
    const pagesTotal = wanted.length;
    const toWrite = pending.size;
    lap('plan');
    report({ state: 'building', revision, pagesWritten: 0, pagesTotal });
    await renderPending((pagesWritten) => {
      if (pagesWritten % 100 === 0) report({ state: 'building', revision, pagesWritten, pagesTotal });
    });

    lap('render');
    report({ state: 'checking', revision, pagesWritten: toWrite, pagesTotal });
    if (live?.id !== (await store.liveId())) live = await store.live().catch(() => undefined);
    cards = shelf.take(graph.cardsShown());
    const content = await contentOf({ engine, store, database, graph, rendered, cards });
    const articles = LOCALES.flatMap((locale) =>
      paths.articles(locale).map(({ slug }) => ({ locale, slug })),
    );
    const problem = checkRelease(content, articles, live, options.allowShrink);
    if (problem) throw problem;

    lap('check');
    const done = { revision, pagesWritten: toWrite, pagesTotal, warnings };
    if (live && sameContent(live, content) && live.epoch === synced.epoch) {
      return { ...done, release: live.id, switched: false, steps: lap('compare') };
    }
    const at = now();
    const manifest: Manifest = {
      format: 1,
      id: releaseId(at, random()),
      createdAt: at.toISOString(),
      epoch: synced.epoch,
      revision,
      engine: engine.digest,
      articles: articles.length,
      ...content,
    };
    await store.objects.flush();
    await store.write(manifest);
    await store.switchTo(manifest.id);
    live = manifest;
    return { ...done, release: manifest.id, switched: true, steps: lap('write') };
  }

  return {
    build,
    /** What the social images of the latest build are drawn from. */
    cards: () => cards,
  };
}
export type Builder = ReturnType<typeof createBuilder>;

/** Times steps one after the other; each call ends one and gives all so far. */
function stopwatch() {
  const steps: Record<string, number> = {};
  let from = performance.now();
  return (step: string): Record<string, number> => {
    const to = performance.now();
    steps[step] = Math.round(to - from);
    from = to;
    return steps;
  };
}

const wantedPaths = (engine: Engine): Promise<string[]> =>
  engine.paths().catch((cause) => {
    throw new BuildError('page-failed', 'The pages could not be listed.', { cause });
  });

function sameContent(a: ReleaseContent, b: ReleaseContent): boolean {
  const paths = Object.keys(a.files);
  return (
    paths.length === Object.keys(b.files).length &&
    paths.every((path) => isDeepStrictEqual(a.files[path], b.files[path])) &&
    isDeepStrictEqual(a.social, b.social) &&
    isDeepStrictEqual(a.redirects, b.redirects)
  );
}
