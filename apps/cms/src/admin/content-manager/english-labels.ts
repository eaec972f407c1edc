import { inEnglish } from '../../platform/edit-views/i18n/french-to-english.ts';

interface Field {
  label: string;
  hint?: string | undefined;
}

/** The edit view's layout as its hook hands it on: panels of rows of fields, and each component's rows. */
interface EditView<F extends Field, Rest> {
  layout: {
    layout: F[][][];
    components: Record<string, Rest & { layout: F[][] }>;
  };
}

function named<F extends Field>(field: F): F {
  const hint = field.hint === undefined ? {} : { hint: inEnglish(field.hint) };
  return { ...field, label: inEnglish(field.label), ...hint };
}

/**
 * The edit view with our labels and hints in English. What an administrator wrote in their place is shown as it
 * is. A new layout is made: Strapi keeps the one it was given.
 */
export function nameFieldsInEnglish<F extends Field, Rest, View extends EditView<F, Rest>>(view: View): View {
  const { layout, components } = view.layout;
  return {
    ...view,
    layout: {
      ...view.layout,
      layout: layout.map((panel) => panel.map((row) => row.map(named))),
      components: Object.fromEntries(
        Object.entries(components).map(([uid, component]) => [
          uid,
          { ...component, layout: component.layout.map((row) => row.map(named)) },
        ]),
      ),
    },
  };
}

/** A list's columns with our labels in English; a column of a plugin carries a translation instead of a label. */
export function nameColumnInEnglish<Column extends { label: unknown }>(column: Column): Column {
  return typeof column.label === 'string' ? { ...column, label: inEnglish(column.label) } : column;
}
