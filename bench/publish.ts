import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { articlePath, categoryPath, newsPath } from '@passerelle/contracts';
import sharp from 'sharp';
import { signIn } from './editor.ts';
import { loadArticles } from './load.ts';
import { productEnvironment, seed, startProduct } from './stack.ts';

/**
 * From the Publish request to the first public answer with the new text, through the whole product:
 *
 *     node publish.ts [articles…]     100 1000 10000 unless given
 */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1_000, 10_000];
const EDITS = 30;
const BURST = 100;
const BURST_MS = 10_000;
const LOOK_EVERY_MS = 5;
const GIVE_UP_MS = 60_000;

interface Measured {
  articles: number;
  edits: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  slowest: number;
  firstReleaseMs: number;
  publisherPeakMb: number;
  /** One change of each other kind, complete where it must show, in milliseconds. */
  kinds: Record<string, number>;
  burst: Burst;
}

/** A hundred articles published one after the other within ten seconds. */
interface Burst {
  publishedMs: number;
  /** From the first request until the last of them is live. */
  liveMs: number;
  /** Releases that were seen live meanwhile. */
  releases: number;
}

async function measure(articles: number): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const environment = await productEnvironment(dataDir);
  try {
    seed(environment);
    loadArticles(join(dataDir, 'cms/passerelle.sqlite'), articles);
    const product = await startProduct(environment);
    try {
      const latencies = await publishEdits(environment);
      const kinds = await otherKinds(environment);
      const burst = await publishBurst(environment);
      return {
        articles,
        edits: EDITS,
        p50: percentile(latencies, 0.5),
        p95: percentile(latencies, 0.95),
        slowest: percentile(latencies, 1),
        firstReleaseMs: Math.round(product.firstReleaseMs),
        publisherPeakMb: peakMegabytes(product.publisherPid),
        kinds,
        burst,
      };
    } finally {
      await product.stop();
    }
  } finally {
    if (!process.env.BENCH_KEEP) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function otherKinds(environment: Record<string, string>): Promise<Record<string, number>> {
  const editor = await signIn(environment);
  const site = environment.SITE_URL;
  const [oldest] = await editor.articles(1);
  if (!oldest) throw new Error('There is no article.');
  const kinds: Record<string, number> = {};
  const time = async (kind: string, change: () => Promise<void>, shown: () => Promise<void>) => {
    const began = performance.now();
    await change();
    await shown();
    kinds[kind] = Math.round(performance.now() - began);
    await new Promise((done) => setTimeout(done, 1_000));
  };
  const slug = `nouveau-${Date.now()}`;
  const fields = {
    title: 'Un article tout neuf',
    slug,
    body: [
      {
        __component: 'blocks.rich-text',
        content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Son texte.' }] }],
      },
    ],
  };
  let id = '';
  await time(
    'new article, on its page, the list and the feed',
    async () => {
      id = await editor.publishNew(fields);
    },
    async () => {
      for (const path of [articlePath('fr-CA', slug), newsPath('fr-CA'), '/nouvelles/rss.xml']) {
        await shows(`${site}${path}`, fields.title);
      }
    },
  );
  // As a telephone takes them, 12 megapixels; in the library before Publish is pressed.
  const photo = await editor.upload(await newPhoto(), 'photo.jpg');
  const withPhoto = {
    ...fields,
    title: 'Un article et sa photo',
    slug: `${slug}-photo`,
    cover: photo,
    coverAlt: 'Du bruit',
  };
  await time(
    'new article with a new photo: its page, its image, its social image',
    async () => {
      await editor.publishNew(withPhoto);
    },
    () => showsImages(site ?? '', articlePath('fr-CA', withPhoto.slug)),
  );
  await time(
    'unpublished, gone from its page and the list',
    () => editor.unpublish(id),
    async () => {
      await shows(`${site}${newsPath('fr-CA')}`, fields.title, false);
      await answers(`${site}${articlePath('fr-CA', slug)}`, 404);
    },
  );
  await time(
    'category renamed, on its list',
    () => editor.renameCategory('etudes', 'Études et recherche'),
    () => shows(`${site}${categoryPath('fr-CA', 'etudes')}`, 'Études et recherche'),
  );
  await time(
    'telephone of the organization changed, on every page',
    () => editor.changeTelephone('+14185550177'),
    async () => {
      for (const path of ['/', articlePath('fr-CA', oldest.slug)])
        await shows(`${site}${path}`, '+14185550177');
    },
  );
  return kinds;
}

async function publishBurst(environment: Record<string, string>): Promise<Burst> {
  const editor = await signIn(environment);
  const subjects = await editor.articles(BURST);
  const seen = new Set<string>();
  const look = async () => seen.add(await (await fetch(`${environment.SITE_URL}/healthz`)).text());
  await look();
  const looking = setInterval(look, 20);
  const began = performance.now();
  const published = subjects.map(async ({ documentId }, index) => {
    await new Promise((done) => setTimeout(done, (index * BURST_MS) / BURST));
    await editor.publishTitle(documentId, `Rafale ${index}`);
  });
  await Promise.all(published);
  const publishedMs = Math.round(performance.now() - began);
  for (const [index, { slug }] of subjects.entries())
    await shows(`${environment.SITE_URL}${articlePath('fr-CA', slug)}`, `Rafale ${index}`);
  const liveMs = Math.round(performance.now() - began);
  clearInterval(looking);
  await look();
  return { publishedMs, liveMs, releases: seen.size - 1 };
}

async function publishEdits(environment: Record<string, string>): Promise<number[]> {
  const editor = await signIn(environment);
  const subjects = await editor.articles(100);
  const latencies: number[] = [];
  for (let edit = 0; edit <= EDITS; edit += 1) {
    const subject = subjects[(edit * 7) % subjects.length];
    if (!subject) throw new Error('There is no article to edit.');
    const title = `Titre mesuré ${edit}, essai ${Date.now()}`;
    const began = performance.now();
    await editor.publishTitle(subject.documentId, title);
    await shows(`${environment.SITE_URL}${articlePath('fr-CA', subject.slug)}`, title);
    // The first one warms the CMS up.
    if (edit > 0) latencies.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 200));
  }
  return latencies.sort((a, b) => a - b);
}

/** A photo of 4,000 by 3,000 pixels that no other one is alike. */
function newPhoto(): Promise<Buffer> {
  const [width, height] = [4_000, 3_000];
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .blur(3)
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Waits for a page, the image of its cover and the one that social networks show. */
async function showsImages(site: string, path: string): Promise<void> {
  await answers(`${site}${path}`, 200);
  const html = await (await fetch(`${site}${path}`)).text();
  const cover = /<img[^>]*\ssrc="([^"]+)"/.exec(html)?.[1];
  const social = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1];
  if (cover === undefined || social === undefined) throw new Error('The page has no images.');
  for (const address of [cover, social]) await answers(new URL(address, site).href, 200);
}

async function shows(url: string, text: string, wanted = true): Promise<void> {
  await until(
    async () => {
      const response = await fetch(url);
      return response.status === 200 && (await response.text()).includes(text) === wanted;
    },
    `${url} did not ${wanted ? 'show' : 'lose'} "${text}"`,
  );
}

async function answers(url: string, status: number): Promise<void> {
  await until(async () => (await fetch(url)).status === status, `${url} did not answer ${status}`);
}

async function until(holds: () => Promise<boolean>, complaint: string): Promise<void> {
  const end = performance.now() + GIVE_UP_MS;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
  throw new Error(`${complaint} within ${GIVE_UP_MS / 1_000} s.`);
}

const percentile = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);

function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024);
}

const results: Measured[] = [];
for (const articles of SIZES) {
  const measured = await measure(articles);
  results.push(measured);
  process.stdout.write(
    `${String(articles).padStart(6)} articles: p50 ${measured.p50} ms, p95 ${measured.p95} ms, slowest ${measured.slowest} ms; ` +
      `first release ${measured.firstReleaseMs} ms; publisher at most ${measured.publisherPeakMb} MB\n`,
  );
  for (const [kind, ms] of Object.entries(measured.kinds))
    process.stdout.write(`${' '.repeat(8)}${kind}: ${ms} ms\n`);
  const { publishedMs, liveMs, releases } = measured.burst;
  process.stdout.write(
    `${' '.repeat(8)}${BURST} articles published in ${publishedMs} ms: all live after ${liveMs} ms, in ${releases} releases\n`,
  );
}
const [first] = results;
const last = results.at(-1);
if (first && last && first !== last) {
  process.stdout.write(
    `p95 at ${last.articles} / p95 at ${first.articles}: ${(last.p95 / first.p95).toFixed(2)}\n`,
  );
}
const folder = resolve(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const saved = {
  at: new Date().toISOString(),
  node: process.version,
  cpus: cpus().length,
  cpu: cpus()[0]?.model,
  results,
};
writeFileSync(join(folder, 'publish.json'), `${JSON.stringify(saved, null, 2)}\n`);
