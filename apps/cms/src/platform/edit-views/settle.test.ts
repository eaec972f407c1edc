import { expect, test } from 'vitest';
import { type Configuration, settleView, type Wishes, type Written } from './settle.ts';

/** A view as Strapi makes it for a type with these fields. */
function made(...fields: string[]): Configuration {
  return {
    settings: { mainField: 'title', defaultSortBy: 'title', pageSize: 10 },
    metadatas: Object.fromEntries(
      fields.map((field) => [
        field,
        { edit: { label: field, description: '', editable: true }, list: { label: field, sortable: true } },
      ]),
    ),
    layouts: {
      list: fields.slice(0, 4),
      edit: fields.map((name) => [{ name, size: 6 }]),
    },
  };
}

const wishes: Wishes = new Map<string, Wishes extends Map<string, infer Value> ? Value : never>([
  ['metadatas.title.edit.label', 'Titre'],
  ['metadatas.title.list.label', 'Titre'],
  ['metadatas.dek.edit.label', 'Chapeau'],
  ['settings.defaultSortBy', 'updatedAt'],
  ['layouts.list', ['title']],
  ['layouts.edit', [[{ name: 'title', size: 12 }], [{ name: 'dek', size: 12 }]]],
]);
const settled = () => settleView(made('title', 'dek'), wishes, {});

test('a new view takes every wish and keeps the rest', () => {
  const { configuration } = settled();
  expect(configuration.metadatas.title).toEqual({
    edit: { label: 'Titre', description: '', editable: true },
    list: { label: 'Titre', sortable: true },
  });
  expect(configuration.metadatas.dek?.list.label).toBe('dek');
  expect(configuration.settings).toEqual({ mainField: 'title', defaultSortBy: 'updatedAt', pageSize: 10 });
  expect(configuration.layouts.list).toEqual(['title']);
});

test('a second time changes nothing', () => {
  const first = settled();
  expect(settleView(first.configuration, wishes, first.written)).toEqual(first);
});

test('the view that was given stays as it was', () => {
  const given = made('title', 'dek');
  settleView(given, wishes, {});
  expect(given).toEqual(made('title', 'dek'));
});

test('what an administrator changed stays, the rest follows the code', () => {
  const { configuration, written } = settled();
  const theirs = structuredClone(configuration);
  const title = theirs.metadatas.title;
  if (title) title.edit.label = 'Manchette';
  theirs.layouts.edit = [
    [
      { name: 'dek', size: 6 },
      { name: 'title', size: 6 },
    ],
  ];
  const later = new Map(wishes)
    .set('metadatas.title.edit.label', 'Titre de l’article')
    .set('metadatas.dek.edit.label', 'Sous-titre');
  const again = settleView(theirs, later, written);
  expect(again.configuration.metadatas.title?.edit.label).toBe('Manchette');
  expect(again.configuration.metadatas.dek?.edit.label).toBe('Sous-titre');
  expect(again.configuration.layouts.edit).toEqual(theirs.layouts.edit);
  expect(settleView(again.configuration, later, again.written).configuration).toEqual(again.configuration);
});

test('a column an administrator added or took away is theirs', () => {
  const { configuration, written } = settled();
  for (const list of [['title', 'id'], ['title', 'dek'], []]) {
    const theirs = { ...configuration, layouts: { ...configuration.layouts, list } };
    expect(settleView(theirs, wishes, written).configuration.layouts.list).toEqual(list);
  }
});

test('a field that came with the schema takes its label and place', () => {
  const { configuration, written } = settled();
  const grown = structuredClone(configuration);
  Object.assign(grown.metadatas, { lead: { edit: { label: 'lead' }, list: { label: 'lead' } } });
  grown.layouts.edit.push([{ name: 'lead', size: 6 }]);
  grown.layouts.list.push('lead');
  const layout = [[{ name: 'lead', size: 12 }], [{ name: 'title', size: 12 }], [{ name: 'dek', size: 12 }]];
  const later = new Map(wishes).set('metadatas.lead.edit.label', 'Amorce').set('layouts.edit', layout);
  const again = settleView(grown, later, written).configuration;
  expect(again.metadatas.lead?.edit.label).toBe('Amorce');
  expect(again.layouts).toEqual({ list: ['title'], edit: layout });
});

test('a field that went with the schema takes nothing along', () => {
  const { configuration, written } = settled();
  const { dek: _, ...metadatas } = configuration.metadatas;
  const edit = [[{ name: 'title', size: 12 }]];
  const shrunk = { ...configuration, metadatas, layouts: { ...configuration.layouts, edit } };
  const later: Wishes = new Map([...wishes].filter(([place]) => !place.includes('dek')));
  later.set('layouts.edit', [[{ name: 'title', size: 8 }]]);
  const again: { configuration: Configuration; written: Written } = settleView(shrunk, later, written);
  expect(again.configuration.layouts.edit).toEqual([[{ name: 'title', size: 8 }]]);
  expect(again.written).not.toHaveProperty('metadatas.dek.edit.label');
});
