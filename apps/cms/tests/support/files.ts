import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { TestCms } from './strapi.ts';

/** A file as Strapi's upload takes it. */
export interface UploadedFile {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  size: number;
}

/** A real PNG of one colour, below the system's folder for temporary files. */
export async function pngFile(name: string, width: number, height: number): Promise<UploadedFile> {
  const image = sharp({ create: { width, height, channels: 3, background: '#12355b' } });
  return asFile(name, 'image/png', await image.png().toBuffer());
}

function asFile(name: string, mimetype: string, content: Buffer): UploadedFile {
  const filepath = join(mkdtempSync(join(tmpdir(), 'passerelle-file-')), name);
  writeFileSync(filepath, content);
  return { filepath, originalFilename: name, mimetype, size: statSync(filepath).size };
}

/** Puts a file into the media library; gives its id. */
export async function uploadFile(cms: TestCms, file: UploadedFile): Promise<number> {
  const [uploaded] = await cms.strapi
    .plugin('upload')
    .service('upload')
    .upload({ data: { fileInfo: {} }, files: file });
  return uploaded.id;
}
