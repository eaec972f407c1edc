import { epochSchema, redirectSchema, revisionSchema } from '@passerelle/contracts';
import { z } from 'zod';

/** One file of a release: what is served under a path. */
export interface ReleaseFile {
  /** SHA-256 of the bytes, in hexadecimal. */
  digest: string;
  /** Bytes. */
  size: number;
  /** Content-Type. */
  type: string;
  /** Whether the path names the content, so that it may be kept for good by whoever has it. */
  immutable: boolean;
}

// By hand: a record of ten thousand files takes zod a hundred milliseconds, at each switch, in each process.
function isFiles(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([path, file]) => path.startsWith('/') && isFile(file));
}

const isSocial = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(
    ([path, standIn]) => path.startsWith('/') && (standIn === null || typeof standIn === 'string'),
  );

const isFile = (file: unknown): boolean =>
  typeof file === 'object' &&
  file !== null &&
  'digest' in file &&
  typeof file.digest === 'string' &&
  /^[0-9a-f]{64}$/.test(file.digest) &&
  'size' in file &&
  typeof file.size === 'number' &&
  'type' in file &&
  typeof file.type === 'string' &&
  'immutable' in file &&
  typeof file.immutable === 'boolean';

/**
 * A release: everything the site serves as files, and its redirects, at one revision of the content.
 *
 * Immutable once written. `files` and `social` are what makes two releases the same or not; the rest says
 * where it came from.
 */
export const manifestSchema = z.object({
  format: z.literal(1),
  id: z.string().regex(/^[\w-]{8,64}$/),
  createdAt: z.iso.datetime(),
  epoch: epochSchema,
  revision: revisionSchema,
  /** Digest of the engine that rendered it: the site's code. */
  engine: z.string(),
  articles: z.int().nonnegative(),
  files: z.custom<Record<string, ReleaseFile>>(isFiles),
  /** Social images that its pages name, drawn once it is live; with each, the file that stands in until then. */
  social: z.custom<Record<string, string | null>>(isSocial).default({}),
  redirects: z.record(
    z.string().startsWith('/'),
    z.object({ to: redirectSchema.shape.to, status: redirectSchema.shape.status }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestToWrite = z.input<typeof manifestSchema>;

/** Identifies a release: its time to the millisecond, sortable, and a few random characters. */
export const releaseId = (at: Date, random: string): string =>
  `${at.toISOString().replace(/[-:]/g, '').replace('.', '-').toLowerCase()}-${random.slice(0, 6)}`;
