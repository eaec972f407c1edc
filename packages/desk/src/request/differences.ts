import type { InquiryDetail } from '@passerelle/contracts';
import type { Texts } from '../i18n/fr.ts';

type Field = keyof Texts['detail']['fields'];

export interface Difference {
  field: Field;
  before: string;
  after: string;
}

/** What differs between a request as it was read and as it stands, in words; nothing for what is the same. */
export function differencesOf(before: InquiryDetail, after: InquiryDetail, words: Texts): Difference[] {
  const said: Record<Field, (of: InquiryDetail) => string> = {
    status: (of) => words.statuses[of.status],
    priority: (of) => words.priorities[of.priority],
    assignee: (of) => of.assignee?.name ?? words.nobody,
    programme: (of) => of.programme ?? words.none,
    tags: (of) => (of.tags.length === 0 ? words.none : of.tags.join(', ')),
    nextAction: (of) =>
      of.nextAction === null
        ? words.none
        : [of.nextAction.text, of.nextAction.day].filter((part) => part !== null).join(', '),
    legalHold: (of) => (of.legalHold ? words.detail.yes : words.detail.no),
    replies: (of) =>
      of.replies
        .map(({ kind, state }) => `${words.replyKinds[kind]} (${words.replyStates[state]})`)
        .join(', ') || words.none,
    events: (of) => words.detail.entries(of.events.length),
  };
  const fields: Field[] = [
    'status',
    'priority',
    'assignee',
    'programme',
    'tags',
    'nextAction',
    'legalHold',
    'replies',
    'events',
  ];
  return fields.flatMap((field) => {
    const pair = { field, before: said[field](before), after: said[field](after) };
    return pair.before === pair.after ? [] : [pair];
  });
}
