import { CmsError } from '@passerelle/cms-client';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { KEPT_RELEASES } from '../../releases/store.ts';
import { sweep } from '../../releases/sweep.ts';
import { type Picture, plainForm, renditionsOf } from '../../src/published/renditions.ts';
import { article, documentId } from '../../tests/support/entries.ts';
import { articles, cmsWith, siteWith } from '../../tests/support/site.ts';
import { cardDrawer } from '../social/draw.ts';
import { knownImages } from './assets.ts';
import type { ImageError } from './encode.ts';
import { laterMaker } from './make-later.ts';

/** From bytes at the CMS to what is live, on real releases and real images. */

const BROWN = { r: 120, g: 80, b: 40 };
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: BROWN } }).jpeg();
const cover = (url: string) => ({
  url,
  mime: 'image/jpeg' as const,
  width: 1_600,
  height: 900,
  alt: 'Un pont',
});
const shown = (name: string, url: string) => article(name, { cover: cover(url) });

/** A site whose publisher makes what can wait when it is told to. */
function siteWithImages(cms: ReturnType<typeof cmsWith>, dataDir?: string) {
  const site = siteWith(cms, dataDir);
  const failures: { path: string; error: ImageError }[] = [];
  const { database, made, store } = site;
  const later = laterMaker({
    ...{ database, made, objects: store.objects, draw: cardDrawer() },
    failed: (path, error) => failures.push({ path, error }),
  });
  return {
    ...site,
    failures,
    async makeLater(signal = new AbortController().signal, atMost?: number) {
      const live = await store.live();
      if (!live) throw new Error('Nothing is live.');
      return await later(live, site.cards(), signal, atMost);
    },
    picture(url: string): Picture {
      const json = database
        .prepare<[string], string>('SELECT picture FROM asset WHERE url = ?')
        .pluck()
        .get(url);
      if (json === undefined) throw new Error(`The snapshot has no ${url}`);
      return JSON.parse(json);
    },
    async plain(url: string): Promise<Buffer> {
      const { path } = plainForm(this.picture(url));
      return await store.objects.read((await store.live())?.files[path]?.digest ?? '');
    },
    async rendition(path: string): Promise<Buffer> {
      return await store.objects.read(made.find(path)?.digest ?? '');
    },
  };
}

describe('an image that comes from the CMS', () => {
  test('is live as a JPEG without place or camera, turned as it was held, its colours in sRGB', async () => {
    const cms = cmsWith([shown('pont', '/uploads/pont.jpg')]);
    const original = await sharp({ create: { width: 1_600, height: 900, channels: 3, background: BROWN } })
      .withIccProfile('p3')
      .withExif({ IFD0: { Make: 'Appareil' }, IFD3: { GPSLatitude: '46/1 48/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(original).metadata()).exif?.includes('Appareil')).toBe(true);
    cms.upload('/uploads/pont.jpg', original);
    const site = siteWithImages(cms);
    await site.build();
    await site.makeLater();

    expect(site.picture('/uploads/pont.jpg')).toMatchObject({ width: 900, height: 1_600 });
    const forms = [
      await site.plain('/uploads/pont.jpg'),
      ...(await Promise.all(
        renditionsOf(site.picture('/uploads/pont.jpg')).map(({ path }) => site.rendition(path)),
      )),
    ];
    for (const bytes of forms) {
      const { exif, icc, xmp, orientation, width, height } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp, orientation }).toEqual({});
      expect(height).toBeGreaterThan(width);
      expect(bytes.includes('Appareil')).toBe(false);
      // In P3 the same brown is (115, 82, 47): without its profile it would be paler.
      const { data } = await sharp(bytes).resize(1, 1).raw().toBuffer({ resolveWithObject: true });
      for (const [channel, value] of Object.values(BROWN).entries())
        expect(Math.abs((data[channel] ?? 0) - value)).toBeLessThanOrEqual(3);
    }
  });

  test('is made in each format and width, none larger than itself', async () => {
    const cms = cmsWith([shown('pont', '/uploads/pont.jpg')]);
    cms.upload('/uploads/pont.jpg', await photo(1_000, 600).toBuffer());
    const site = siteWithImages(cms);
    await site.build();
    await site.makeLater();
    const made = await Promise.all(
      renditionsOf(site.picture('/uploads/pont.jpg')).map(async ({ path }) => {
        const { width, height, format } = await sharp(await site.rendition(path)).metadata();
        return `${format} ${width}×${height}`;
      }),
    );
    expect(made).toEqual([
      ...['heif 400×240', 'heif 720×432', 'heif 1000×600'],
      ...['webp 400×240', 'webp 720×432', 'webp 1000×600'],
    ]);
  });

  test('is made once: not by the next build, nor under another address, nor by a publisher that starts anew', async () => {
    const bytes = await photo(800, 450).toBuffer();
    const cms = cmsWith([shown('un', '/uploads/un.jpg?v=1')]);
    cms.upload('/uploads/un.jpg?v=1', bytes);
    const site = siteWithImages(cms);
    await site.build();
    // Three widths in two formats, the article’s card, and the site’s own in each language.
    expect(await site.makeLater()).toBe(9);
    expect(await site.makeLater()).toBe(0);

    cms.upload('/uploads/un.jpg?v=2', bytes);
    cms.publish(shown('deux', '/uploads/un.jpg?v=2'));
    await site.build();
    expect(await site.makeLater()).toBe(1);

    const restarted = siteWithImages(cms, site.dataDir);
    site.database.exec('DELETE FROM asset; DELETE FROM meta');
    await restarted.build();
    expect(await restarted.makeLater()).toBe(0);
  });

  test.each([
    ['cut short', async () => (await photo(1_600, 900).toBuffer()).subarray(0, 2_000)],
    ['no image at all', async () => Buffer.from('<html><script>alert(1)</script>')],
    ['larger than anyone looks at', async () => await photo(16_000, 8_000).png().toBuffer()],
    ['missing', async () => null],
  ])('that is %s: the site is built, its article goes without, and the log is told', async (_, make) => {
    const cms = cmsWith([...articles(2), shown('hostile', '/uploads/hostile.jpg')]);
    const bytes = await make();
    if (bytes) cms.upload('/uploads/hostile.jpg', bytes);
    const site = siteWithImages(cms);
    const built = await site.build();
    expect(built).toMatchObject({ switched: true });
    expect(built.warnings).toEqual([expect.stringContaining('/uploads/hostile.jpg')]);
    expect(await site.shown('/nouvelles/hostile/')).toContain('Titre de hostile');
    expect(
      Object.keys((await site.store.live())?.files ?? {}).filter((path) => path.startsWith('/media/')),
    ).toEqual([]);
  });

  test('that the CMS can’t give now stops the build: the next one tries again', async () => {
    const cms = cmsWith([shown('pont', '/uploads/pont.jpg')]);
    cms.upload('/uploads/pont.jpg', await photo(80, 45).toBuffer());
    const media = cms.media;
    cms.media = async () => {
      throw new CmsError('unreachable', 'down');
    };
    const site = siteWithImages(cms);
    await expect(site.build()).rejects.toThrow('down');
    cms.media = media;
    await site.build();
    expect(await site.plain('/uploads/pont.jpg')).toBeTruthy();
  });
});

describe('what is made later', () => {
  test('is left when the next build begins, and gone on with afterwards', async () => {
    const cms = cmsWith([shown('pont', '/uploads/pont.jpg')]);
    cms.upload('/uploads/pont.jpg', await photo(800, 450).toBuffer());
    const site = siteWithImages(cms);
    await site.build();
    expect(await site.makeLater(AbortSignal.abort())).toBe(0);
    const first = await site.makeLater(undefined, 1);
    expect(first).toBe(1);
    expect(first + (await site.makeLater())).toBe(9);
  });

  test('begins with what was published last', async () => {
    const cms = cmsWith([
      article('ancien', { modifiedAt: '2026-05-01T12:00:00.000Z' }),
      article('recent', { modifiedAt: '2026-05-03T12:00:00.000Z' }),
      article('entre', { modifiedAt: '2026-05-02T12:00:00.000Z' }),
    ]);
    const site = siteWithImages(cms);
    await site.build();
    const order: string[] = [];
    while ((await site.makeLater(undefined, 1)) > 0) {
      const drawn = [...site.cards()].find(
        ([path, { of }]) => site.made.find(path) && !order.includes(of.id ?? 'site'),
      );
      order.push(drawn?.[1].of.id ?? 'site');
    }
    expect(order.slice(-3)).toEqual(['recent', 'entre', 'ancien'].map(documentId));
  });

  test('is swept with the last release that has it, and not before', async () => {
    const cms = cmsWith([...articles(5), shown('pont', '/uploads/pont.jpg')]);
    cms.upload('/uploads/pont.jpg', await photo(400, 225).toBuffer());
    const site = siteWithImages(cms);
    await site.build();
    await site.makeLater();
    const [card = ''] = [...site.cards()].find(([, { of }]) => of.id === documentId('pont')) ?? [];
    const [rendition] = renditionsOf(site.picture('/uploads/pont.jpg'));
    const muchLater = Date.now() + 86_400_000;
    for (let number = 0; number < KEPT_RELEASES; number += 1) {
      expect(site.made.find(card)).toBeDefined();
      cms.publish(article('article-1', { title: `Titre ${number}` }));
      if (number === 0) cms.withdraw('article', documentId('pont'), 'fr-CA');
      await site.build();
      await sweep(site.store, site.made, knownImages(site.database), muchLater);
    }
    expect(site.made.find(card)).toBeUndefined();
    // An image that the snapshot knows is not fetched again, so what was made of it stays.
    const file = site.made.find(rendition?.path ?? '');
    expect(file && site.store.objects.has(file.digest, file.size)).toBe(true);
    cms.publish(shown('pont', '/uploads/pont.jpg'));
    await site.build();
    expect(await sharp(await site.plain('/uploads/pont.jpg')).metadata()).toMatchObject({ width: 400 });
  });
});

test('warm and cold, the same content names and holds the same images', async () => {
  const cms = cmsWith([shown('pont', '/uploads/pont.jpg'), article('sans')]);
  cms.upload('/uploads/pont.jpg', await photo(800, 450).toBuffer());
  const warm = siteWithImages(cms);
  await warm.build();
  await warm.makeLater();
  cms.publish(article('sans', { title: 'Autre titre' }));
  await warm.build();
  await warm.makeLater();
  const cold = siteWithImages(cms);
  await cold.build();
  await cold.makeLater();
  const [one, other] = [await warm.store.live(), await cold.store.live()];
  expect(one?.files).toEqual(other?.files);
  expect(one?.social).toEqual(other?.social);
  const paths = [
    ...Object.keys(one?.social ?? {}),
    ...renditionsOf(warm.picture('/uploads/pont.jpg')).map(({ path }) => path),
  ];
  expect(paths.length).toBeGreaterThan(7);
  for (const path of paths) expect(warm.made.find(path), path).toEqual(cold.made.find(path));
});
