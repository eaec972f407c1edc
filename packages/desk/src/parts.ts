/** What other screens of the admin use of the desk's. */
export { type DeskFile, fileOf, saveFile } from './service/desk-file.ts';
export { refusedWith } from './service/refused.ts';
export { FormDialog } from './words/form-dialog.tsx';
