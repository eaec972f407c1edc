import { z } from 'zod';
import type { Problem } from './public-entry.ts';

/** Marks an image that neither has words for those who can't see it nor is said to be decorative (N14). */
export const NO_ALTERNATIVE = 'no-alternative';

const words = z.string().nullish();
const mark = z.boolean().nullish();
const file = z.unknown().optional();

const rowSchema = z.object({
  cover: file,
  coverAlt: words,
  coverDecorative: mark,
  body: z
    .array(z.looseObject({ __component: z.string(), image: file, alt: words, decorative: mark }))
    .nullish(),
});

/** The images of a populated row that say nothing to who can't see them, though they aren't marked as decorative. */
export function missingAlternatives(row: unknown): Problem[] {
  const read = rowSchema.parse(row);
  const cover = read.cover && !isTold(read.coverAlt, read.coverDecorative) ? [problemAt(['coverAlt'])] : [];
  const figures = (read.body ?? []).flatMap(({ __component, image, alt, decorative }, index) =>
    __component === 'blocks.figure' && image && !isTold(alt, decorative)
      ? [problemAt(['body', index, 'alt'])]
      : [],
  );
  return [...cover, ...figures];
}

const isTold = (alt: string | null | undefined, decorative: boolean | null | undefined): boolean =>
  decorative === true || Boolean(alt?.trim());

const problemAt = (path: Problem['path']): Problem => ({ path, message: NO_ALTERNATIVE, code: 'custom' });
