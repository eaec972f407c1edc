import type { ReleaseFile } from '../releases/manifest.ts';
import { digestOf, type ObjectStore } from '../releases/objects.ts';
import { groupOf } from '../src/published/question.ts';
import { publishedReader } from '../src/published/reader.ts';
import { questionOf, type Reads, type Recorder } from '../src/published/recorder.ts';
import { BuildError } from './build-error.ts';
import type { Engine } from './engine.ts';
import { withCharset } from './release-content.ts';
import { tightHtml } from './tight-html.ts';

/** A page as it was rendered and kept: its file, what it asked, and what derived answers were made from. */
export interface RenderedPage {
  path: string;
  file: ReleaseFile;
  /** Whether its bytes were not kept before. */
  fresh: boolean;
  reads: Reads;
  sources: Map<string, Reads>;
}

/** Renders one path and keeps its bytes. @throws BuildError naming the path. */
export type RenderPage = (path: string) => Promise<RenderedPage>;

export function pageRenderer(
  engine: Pick<Engine, 'render'>,
  recorder: Recorder,
  objects: ObjectStore,
): RenderPage {
  async function render(path: string): Promise<RenderedPage> {
    const reads: Reads = new Map();
    const response = await engine.render(path, publishedReader(recorder.askFor(reads)));
    if (response.status !== 200 && !(response.status === 404 && path.endsWith('/404/'))) {
      throw new BuildError('page-failed', `${path} was answered with ${response.status}.`);
    }
    const type = withCharset(response.headers.get('content-type') ?? 'application/octet-stream');
    const bytes = type.startsWith('text/html')
      ? new TextEncoder().encode(tightHtml(await response.text()))
      : new Uint8Array(await response.arrayBuffer());
    const digest = digestOf(bytes);
    const fresh = objects.put(bytes, digest);
    const sources = new Map<string, Reads>();
    for (const key of reads.keys()) {
      if (groupOf(questionOf(key)) === null) sources.set(key, recorder.resolve(key).from);
    }
    return { path, file: { digest, size: bytes.byteLength, type, immutable: false }, fresh, reads, sources };
  }

  return async (path) => {
    try {
      return await render(path);
    } catch (cause) {
      if (cause instanceof BuildError) throw cause;
      throw new BuildError('page-failed', `${path} can't be rendered.`, { cause });
    }
  };
}
