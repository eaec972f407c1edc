import { epochSchema, redirectSchema, revisionSchema } from '@passerelle/contracts';
import { z } from 'zod';

/** One file of a release: what is served under a path. */
const fileSchema = z.object({
  /** SHA-256 of the bytes. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
  /** Content-Type. */
  type: z.string(),
  /** Whether the path names the content, so that it may be kept for good by whoever has it. */
  immutable: z.boolean(),
});
export type ReleaseFile = z.infer<typeof fileSchema>;

/**
 * A release: everything the site serves as files, and its redirects, at one revision of the content.
 *
 * Immutable once written. `files` is what makes two releases the same or not; the rest says
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
  files: z.record(z.string().startsWith('/'), fileSchema),
  redirects: z.record(
    z.string().startsWith('/'),
    z.object({ to: redirectSchema.shape.to, status: redirectSchema.shape.status }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Identifies a release: its time to the millisecond, sortable, and a few random characters. */
export const releaseId = (at: Date, random: string): string =>
  `${at.toISOString().replace(/[-:]/g, '').replace('.', '-').toLowerCase()}-${random.slice(0, 6)}`;
