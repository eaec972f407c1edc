import { z } from 'zod';

const namedSchema = z.object({
  title: z.string().nullish(),
  label: z.string().nullish(),
  name: z.string().nullish(),
  key: z.string().nullish(),
});

/**
 * A place in a guide as an editor knows it: `questions › 2 › options › 1` becomes the field, the question and the
 * answer. What has no name yet keeps its number.
 */
export function namePlace(guide: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  const place: PropertyKey[] = [];
  let value = guide;
  for (const [depth, part] of path.entries()) {
    value = inside(value, part);
    if (typeof part === 'number') place.push(nameOf(value) ?? part);
    else if (depth === 0 || typeof path[depth + 1] !== 'number') place.push(part);
  }
  return place;
}

function inside(value: unknown, part: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
}

function nameOf(value: unknown): string | undefined {
  const { title, label, name, key } = namedSchema.safeParse(value).data ?? {};
  return [title, label, name, key].find((word) => word?.trim()) ?? undefined;
}
