import type { InquiryEvent } from '@passerelle/contracts';
import type { Texts } from '../i18n/fr.ts';

/** What happened, in a line: a transition names both ends, a change the fields it was about. */
export function describeEvent(event: InquiryEvent, words: Texts): string {
  const what = words.events[event.kind];
  if (event.from !== undefined && event.to !== undefined && event.from !== event.to) {
    return `${what} (${words.statuses[event.from]} → ${words.statuses[event.to]})`;
  }
  const named: Readonly<Record<string, string>> = words.detail.fields;
  const fields = (event.fields ?? []).map((field) => named[field] ?? field);
  return fields.length === 0 ? what : `${what} (${fields.join(', ')})`;
}
