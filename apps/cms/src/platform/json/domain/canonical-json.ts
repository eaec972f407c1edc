/**
 * JSON as RFC 8785 writes it: fields in the order of their names' UTF-16 units, no spaces. What is equal is written
 * alike, however it was put together. The order of lists counts.
 *
 * @param value plain JSON, as a schema has let it through; a field that is undefined counts as absent.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  // Not an object with sorted fields: JavaScript moves names that are whole numbers to the front.
  const fields = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`);
  return `{${fields.join(',')}}`;
}
