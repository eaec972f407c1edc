import { type Hints, hintsFr } from './i18n/hints-fr.ts';
import { fr, rowFr } from './i18n/labels-fr.ts';
import type { Wishes } from './settle.ts';
import { type Uid, type View, views } from './views.ts';

export const EDIT_VIEW_UIDS = Object.keys(views) as Uid[];

const WHOLE_ROW = 12;
const hints: Hints = hintsFr;

/** What the configuration of a content type or component should say, place by place. */
export function wishesFor(uid: Uid): Wishes {
  const view: View = views[uid];
  const wishes: Wishes = new Map();
  const rowLabels = uid.startsWith('api::') ? rowFr : {};
  for (const [field, label] of Object.entries(fr[uid])) {
    wishes.set(`metadatas.${field}.edit.label`, label);
    wishes.set(`metadatas.${field}.list.label`, label);
  }
  for (const [field, label] of Object.entries<string>(rowLabels))
    wishes.set(`metadatas.${field}.list.label`, label);
  for (const [field, hint] of Object.entries<string>(hints[uid] ?? {})) {
    wishes.set(`metadatas.${field}.edit.description`, hint);
  }
  for (const field of view.readOnly ?? []) wishes.set(`metadatas.${field}.edit.editable`, false);
  if (view.mainField) wishes.set('settings.mainField', view.mainField);
  if (view.sort) {
    wishes.set('settings.defaultSortBy', view.sort[0]);
    wishes.set('settings.defaultSortOrder', view.sort[1]);
  }
  if (view.list) wishes.set('layouts.list', [...view.list]);
  wishes.set('layouts.edit', view.edit.map(cellsOf));
  for (const [field, target] of Object.entries(RELATION_NAMES)) {
    if (field in fr[uid]) wishes.set(`metadatas.${field}.edit.mainField`, target);
  }
  return wishes;
}

const cellsOf = (row: View['edit'][number]) =>
  Object.entries(row).map(([name, size]) => ({ name, size: size ?? WHOLE_ROW }));

/** What names the documents that a relation picker offers. */
const RELATION_NAMES = {
  category: 'name',
  topics: 'name',
  articles: 'title',
  tags: 'name',
  authors: 'name',
  programmes: 'name',
  programme: 'name',
  supersededBy: 'title',
  pinnedRelated: 'title',
  poll: 'question',
};
