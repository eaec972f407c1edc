import type { Core } from '@strapi/strapi';

/** A table whose records have keys of their own, by its names in the database. */
export interface PersonalTable {
  table: string;
  /** Of a record's own key: `row` in `PersonalRecords` is its value, as text. */
  rowColumn: string;
  /** Empty where the record was erased. */
  wrappedKeyColumn: string;
  kidColumn: string;
}

const tables = new WeakMap<Core.Strapi, PersonalTable[]>();

/** Has the keys of a table's records renewed with the others. While the application is registered, once. */
export function registerPersonalTable(strapi: Core.Strapi, table: PersonalTable): void {
  tables.set(strapi, [...personalTablesOf(strapi), table]);
}

/** The tables that were registered. */
export function personalTablesOf(strapi: Core.Strapi): readonly PersonalTable[] {
  return tables.get(strapi) ?? [];
}
