import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readSeeded, rememberSeeded } from './seed-store.ts';

const MIME: Record<string, string> = {
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.avif': 'image/avif',
};

const uploadedSchema = z.array(z.object({ id: z.number() })).min(1);

/**
 * Puts files into the media library, each content once.
 *
 * @returns the library's id of each path.
 */
export async function uploadMedia(
  strapi: Core.Strapi,
  folder: string,
  paths: readonly string[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const seeded = await readSeeded(strapi);
  const byDigest = new Map(
    [...seeded.values()].filter(isMedia).map((row) => [row.fileDigest, row.documentId]),
  );
  for (const path of new Set(paths)) {
    const file = join(folder, 'media', path);
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    const known = byDigest.get(digest);
    const id =
      known !== undefined && (await exists(strapi, Number(known)))
        ? Number(known)
        : await upload(strapi, file);
    byDigest.set(digest, String(id));
    ids.set(path, id);
    await rememberSeeded(strapi, {
      type: 'media',
      key: path,
      documentId: String(id),
      fileDigest: digest,
      contentDigest: digest,
    });
  }
  return ids;
}

function isMedia(row: { type: string }): boolean {
  return row.type === 'media';
}

async function exists(strapi: Core.Strapi, id: number): Promise<boolean> {
  return (await strapi.db.query('plugin::upload.file').count({ where: { id } })) > 0;
}

async function upload(strapi: Core.Strapi, file: string): Promise<number> {
  const name = basename(file);
  const uploaded = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name, alternativeText: null, caption: null } },
      files: {
        filepath: file,
        originalFilename: name,
        mimetype: MIME[extname(file).toLowerCase()],
        size: statSync(file).size,
      },
    });
  const [first] = uploadedSchema.parse(uploaded);
  if (first === undefined) throw new Error(`The media library did not take ${name}`);
  return first.id;
}
