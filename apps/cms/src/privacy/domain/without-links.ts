/** A value of JSON, as mails keep what they merge. */
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const LINK = /https?:\/\/\S+/g;

/** The same without addresses of pages: some of those that are mailed open what they lead to. */
export function withoutLinks(data: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, strip(value)]));
}

function strip(value: Json): Json {
  if (typeof value === 'string') return value.replace(LINK, '…');
  if (Array.isArray(value)) return value.map(strip);
  return typeof value === 'object' && value !== null ? withoutLinks(value) : value;
}
