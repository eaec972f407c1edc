import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { COVERS, drawCover } from './covers/cover.mjs';

/**
 * Draws the demo articles' covers, 1600 × 900, into apps/cms/seed/media/covers. The same key always gives the same
 * drawing. `node scripts/draw-covers.mjs [key…]` draws only the keys named.
 */

const cms = new URL('../apps/cms/', import.meta.url);
// sharp belongs to the CMS, which resizes uploads with it; the root has no copy of its own.
const sharp = createRequire(new URL('package.json', cms))('sharp');
const folder = new URL('seed/media/covers/', cms);
const LARGEST = 60_000;

const wanted = argv.slice(2);
const unknown = wanted.filter((key) => !COVERS.has(key));
if (unknown.length > 0) throw new Error(`No cover is drawn for: ${unknown.join(', ')}`);

await mkdir(folder, { recursive: true });
let total = 0;
for (const key of wanted.length > 0 ? wanted : COVERS.keys()) {
  const image = await sharp(Buffer.from(drawCover(key)))
    .webp({ quality: 82, effort: 6 })
    .toBuffer();
  if (image.length > LARGEST) throw new Error(`${key}: ${image.length} bytes, more than ${LARGEST}`);
  await writeFile(fileURLToPath(new URL(`${key}.webp`, folder)), image);
  total += image.length;
}
stdout.write(`covers: ${wanted.length || COVERS.size} drawn, ${Math.round(total / 1000)} kB\n`);
