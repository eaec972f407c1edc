import { language } from '../i18n/texts.ts';
import { nameColumnInEnglish, nameFieldsInEnglish } from './english-labels.ts';
import { LocalesCell } from './locales-cell.tsx';

/** Strapi's public hooks for the form and the list. */
const EDIT_VIEW = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
const LIST_VIEW = 'Admin/CM/pages/ListView/inject-column-in-table';

/** The column of languages that Strapi's own plugin adds. */
const LOCALES_COLUMN = 'locales';

interface Column {
  name: string;
  label: unknown;
  cellFormatter?: (row: unknown) => unknown;
}
interface ListView {
  displayedHeaders: Column[];
}
type FormView = Parameters<typeof nameFieldsInEnglish>[0];

type RegisterHook = (name: string, change: (view: never) => unknown) => void;

/** Names fields in the admin's language, and says a document's languages in few letters. */
export function shapeListAndForm(registerHook: RegisterHook): void {
  registerHook(EDIT_VIEW, (view: FormView) => (language() === 'en' ? nameFieldsInEnglish(view) : view));
  registerHook(LIST_VIEW, (view: ListView) => ({
    ...view,
    displayedHeaders: view.displayedHeaders.map((column) => {
      const named = language() === 'en' ? nameColumnInEnglish(column) : column;
      if (named.name !== LOCALES_COLUMN) return named;
      return { ...named, cellFormatter: (row: unknown) => <LocalesCell row={row} /> };
    }),
  }));
}
