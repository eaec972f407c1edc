import { daySchema, lineSchema, localeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { DAMAGE_KINDS } from '../encoding/damage.ts';
import { ENCODINGS } from '../encoding/decode.ts';
import { REPAIR_RULES } from '../encoding/edits.ts';

const count = z.int().nonnegative();

/** Lines count from 1, columns and offsets in UTF-16 units, of the text as it was decoded. */
const positionSchema = z.object({ offset: count, line: z.int().positive(), column: z.int().positive() });

const repairSchema = positionSchema.extend({
  rule: z.enum(REPAIR_RULES),
  before: z.string(),
  after: z.string(),
});

const damageSchema = positionSchema.extend({
  kind: z.enum(DAMAGE_KINDS),
  length: z.int().positive(),
  excerpt: z.string(),
});

const furniturePlace = {
  /** First and last line, both included. */
  lines: z.object({ from: z.int().positive(), to: z.int().positive() }),
  /** All that was left out, one line per line of the page. */
  text: z.string().min(1),
};

/** Page furniture left out of the article. `unknown` is text that stood after it and was kept aside. */
const furnitureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['back-link', 'inquiry-form', 'newsletter']), ...furniturePlace }),
  z.object({ kind: z.literal('unknown'), ...furniturePlace, isRunningText: z.boolean() }),
  z.object({
    kind: z.literal('poll'),
    ...furniturePlace,
    question: z.string(),
    options: z.array(z.string()),
  }),
]);

/** What a person should look at before publishing. */
const warningCodeSchema = z.enum([
  'no-date',
  'ambiguous-date',
  'damage-left',
  'unknown-text-aside',
  'running-text-aside',
  'furniture-in-article',
  'poll-without-options',
]);
export type WarningCode = z.infer<typeof warningCodeSchema>;

/** What came of one import: readable with `formatReport`, or kept as JSON. */
export const importReportSchema = z.object({
  sourceId: lineSchema.min(1),
  locale: localeSchema,
  title: lineSchema.min(1),
  date: daySchema.nullable(),
  encoding: z.object({ name: z.enum(ENCODINGS), byteOrderMark: z.boolean() }),
  counts: z.object({
    bytes: count,
    lines: count,
    words: count,
    paragraphs: count,
    headings: count,
    lists: count,
    listItems: count,
    quotes: count,
  }),
  furniture: z.array(furnitureSchema),
  repairs: z.array(repairSchema),
  damage: z.array(damageSchema),
  /** `line` says where, when it is one place. */
  warnings: z.array(z.object({ code: warningCodeSchema, line: z.int().positive().nullable() })),
});
export type ImportReport = z.infer<typeof importReportSchema>;
