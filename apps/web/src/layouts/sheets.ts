import type { Block } from '@passerelle/contracts';
import consultants from '../styles/consultants.css?url';
import polls from '../styles/polls.css?url';

/** Styles of what may stand in any page; the styles of one kind of page are imported by its view instead. */
export type Sheet = 'consultants' | 'polls';

const SHEETS: readonly { name: Sheet; path: string }[] = [
  { name: 'consultants', path: consultants },
  { name: 'polls', path: polls },
];

/** Addresses of sheets, always in the same order: a page must not depend on how they were told. */
export function sheetPaths(sheets: readonly Sheet[]): string[] {
  return SHEETS.filter(({ name }) => sheets.includes(name)).map(({ path }) => path);
}

const NEEDS: Partial<Record<Block['type'], Sheet>> = { consultants: 'consultants', poll: 'polls' };

/** The sheets that the blocks of a body need. */
export function sheetsFor(body: readonly Block[]): Sheet[] {
  return body.map(({ type }) => NEEDS[type]).filter((sheet) => sheet !== undefined);
}
