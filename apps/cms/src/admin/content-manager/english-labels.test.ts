import { expect, test } from 'vitest';
import { nameColumnInEnglish, nameFieldsInEnglish } from './english-labels.ts';

const view = () => ({
  query: {},
  layout: {
    layout: [
      [
        [
          { name: 'title', label: 'Titre' },
          { name: 'slug', label: 'Manchette', hint: 'À nous' },
        ],
      ],
    ],
    components: {
      'blocks.figure': {
        settings: { icon: 'picture' },
        layout: [[{ name: 'alt', label: 'Texte de remplacement', hint: undefined }]],
      },
    },
    settings: { displayName: 'Article' },
  },
});

test('our labels are told in English, in the form and in its blocks', () => {
  const { layout } = nameFieldsInEnglish(view());
  expect(layout.layout[0]?.[0]?.map(({ label }) => label)).toEqual(['Title', 'Manchette']);
  expect(layout.components['blocks.figure'].layout[0]?.[0]?.label).toBe('Alternative text');
  expect(layout.settings).toEqual({ displayName: 'Article' });
});

test('the layout that was given stays French', () => {
  const given = view();
  nameFieldsInEnglish(given);
  expect(given).toEqual(view());
});

test('columns too, save those that are translated already', () => {
  expect(nameColumnInEnglish({ name: 'updatedAt', label: 'Modifié le' }).label).toBe('Updated on');
  const translated = { label: { id: 'i18n.list-view.table.header.label' } };
  expect(nameColumnInEnglish(translated)).toBe(translated);
});
