import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  daySchema,
  lineSchema,
  mergeFieldSchema,
  mergeFieldsIn,
  replyKindSchema,
} from '@passerelle/contracts';
import { z } from 'zod';
import { SeedError } from './seed-files.ts';

/** The readable files of how a practice works its requests: `desk-setting/desk-setting.json`, `reply-template/*.json`. */

const timeSchema = z.string().regex(/^\d{2}:\d{2}:00\.000$/);
const settingSchema = z.strictObject({
  responseDays: z.int().min(1).max(20),
  openings: z.array(
    z.strictObject({
      weekday: z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
      opensAt: timeSchema,
      closesAt: timeSchema,
    }),
  ),
  closedDays: z.array(z.strictObject({ day: daySchema, label: lineSchema.min(1) })),
});

const hasKnownFields = (text: string): boolean =>
  mergeFieldsIn(text).every((name) => mergeFieldSchema.safeParse(name).success);
const textSchema = z.strictObject({
  name: lineSchema.min(1).max(120),
  subject: lineSchema.min(1).max(150).refine(hasKnownFields),
  body: z.string().min(1).max(20_000).refine(hasKnownFields),
});
const templateSchema = z.strictObject({
  replyKind: replyKindSchema,
  asksForFiles: z.boolean(),
  'fr-CA': textSchema,
  'en-CA': textSchema,
});

export interface DeskSeed {
  /** Null where the folder has none. */
  setting: z.infer<typeof settingSchema> | null;
  templates: z.infer<typeof templateSchema>[];
}

/** Reads and checks them. @throws {SeedError} */
export function readDeskSeed(folder: string): DeskSeed {
  const [setting] = read(folder, 'desk-setting', settingSchema);
  return { setting: setting ?? null, templates: read(folder, 'reply-template', templateSchema) };
}

function read<T extends z.ZodType>(folder: string, type: string, schema: T): z.output<T>[] {
  if (!existsSync(join(folder, type))) return [];
  return readdirSync(join(folder, type))
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, type, name), 'utf8')));
      if (parsed.success) return parsed.data;
      throw new SeedError(
        parsed.error.issues.map(({ path, message }) => ({
          file: `${type}/${name}`,
          path: path.join('.'),
          problem: message,
        })),
      );
    });
}
