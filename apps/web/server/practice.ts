import { LOCALES, type Locale } from '@passerelle/contracts';
import { z } from 'zod';
import type { Manifest } from '../releases/manifest.ts';
import type { ObjectStore } from '../releases/objects.ts';

/** Text as it may stand in HTML: escaped where it was written. */
const markupSchema = z.string().regex(/^[^<>"]+$/);

/** What a refusal tells of the practice, in each language; as `src/features/practice` writes it. */
const practiceSchema = z.record(
  z.enum(LOCALES),
  z.object({
    name: markupSchema,
    /** E.164. */
    telephone: z.string().regex(/^\+\d+$/),
    /** As it is written for people. */
    telephoneText: markupSchema,
    /** That this isn't a government's site (Q7). */
    notice: markupSchema,
  }),
);
export type Practice = Record<Locale, z.infer<typeof practiceSchema>[Locale]>;

/** Where a release has it. */
const PRACTICE_PATH = '/cabinet.json';

/** The practice as a release knows it; undefined in one that doesn't. @throws when it can't be read */
export async function practiceOf({ files }: Manifest, objects: ObjectStore): Promise<Practice | undefined> {
  const file = files[PRACTICE_PATH];
  if (!file) return undefined;
  return practiceSchema.parse(JSON.parse((await objects.read(file.digest)).toString()));
}
