import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

const jsonSchema = z.json();
type Json = z.infer<typeof jsonSchema>;

const metadataSchema = z.looseObject({
  edit: z.record(z.string(), jsonSchema),
  list: z.record(z.string(), jsonSchema),
});
const layoutSchema = z.array(z.array(z.object({ name: z.string(), size: z.number() })));

/** How the content manager keeps one view. Whatever else is in it stays as it is. */
export const configurationSchema = z.looseObject({
  settings: z.record(z.string(), jsonSchema),
  metadatas: z.record(z.string(), metadataSchema),
  layouts: z.object({ list: z.array(z.string()), edit: layoutSchema }),
});
export type Configuration = z.infer<typeof configurationSchema>;

/** Values by place, such as `metadatas.title.edit.label`. */
export type Wishes = Map<string, Json>;

/** What the code wrote last, by place. */
export const writtenSchema = z.record(z.string(), jsonSchema);
export type Written = z.infer<typeof writtenSchema>;

/**
 * Brings a view up to what the code wishes, place by place: a place that still says what the code wrote last, or
 * that the code never wrote, is written; one that an administrator has changed stays theirs. A field that came
 * to a layout or went from it with the schema is no administrator's change.
 */
export function settleView(
  stored: Configuration,
  wishes: Wishes,
  written: Written,
): { configuration: Configuration; written: Written } {
  const configuration = structuredClone(stored);
  const remembered: Written = {};
  const gone = (field: string) => !(field in stored.metadatas);
  const fresh = (field: string) => wishes.has(labelOf(field)) && !(labelOf(field) in written);
  for (const [place, wish] of wishes) {
    const slot = slotOf(configuration, place);
    if (slot === undefined) continue;
    const last = written[place];
    const theirs = slot.holder[slot.key];
    if (last !== undefined && !isDeepStrictEqual(without(theirs, fresh), without(last, gone))) {
      remembered[place] = last;
      continue;
    }
    slot.holder[slot.key] = wish;
    remembered[place] = wish;
  }
  return { configuration: configurationSchema.parse(configuration), written: remembered };
}

const labelOf = (field: string) => `metadatas.${field}.edit.label`;

/** Where a place is in the configuration; undefined when its field isn't there any more. */
function slotOf(
  configuration: Configuration,
  place: string,
): { holder: Record<string, Json>; key: string } | undefined {
  const [section, first = '', part, key = ''] = place.split('.');
  if (section === 'settings') return { holder: configuration.settings, key: first };
  if (section === 'layouts') return { holder: configuration.layouts, key: first };
  const metadata = configuration.metadatas[first];
  if (metadata === undefined) return undefined;
  return { holder: part === 'list' ? metadata.list : metadata.edit, key };
}

const columnsSchema = z.array(z.string());

/** A list of columns or a layout without some fields; rows left empty are gone. Anything else as it is. */
function without(value: unknown, left: (field: string) => boolean): unknown {
  const columns = columnsSchema.safeParse(value);
  if (columns.success) return columns.data.filter((name) => !left(name));
  const layout = layoutSchema.safeParse(value);
  if (!layout.success) return value;
  return layout.data.map((row) => row.filter(({ name }) => !left(name))).filter((row) => row.length > 0);
}
