import {
  DESK_VIEWS_MOST,
  type DeskRefusal,
  type DeskView,
  type DeskViewChange,
  type DeskViewQuery,
  deskViewQuerySchema,
} from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

const TABLE = 'passerelle_desk_views';

const rowsSchema = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      query: z
        .string()
        .transform((text): unknown => JSON.parse(text))
        .pipe(deskViewQuerySchema),
      is_default: z.coerce.boolean(),
    })
    .transform(({ is_default: isDefault, ...view }): DeskView => ({ ...view, isDefault })),
);

/** What somebody has saved, by name. */
export async function readViews(connection: Connection | Transaction, staff: number): Promise<DeskView[]> {
  const columns = ['id', 'name', 'query', 'is_default'];
  const views = rowsSchema.parse(
    await connection(TABLE)
      .where({ staff })
      .select(...columns),
  );
  return views.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
}

/** Saves a view; null when it is done, else why not. */
export async function insertView(
  transaction: Transaction,
  staff: number,
  { id, name, query }: { id: string; name: string; query: DeskViewQuery },
): Promise<DeskRefusal | null> {
  const views = await readViews(transaction, staff);
  if (views.length >= DESK_VIEWS_MOST) return 'too-many-views';
  const row = { id, staff, name, query: JSON.stringify(query), is_default: false };
  await transaction(TABLE).insert(row).onConflict(['staff', 'name']).ignore();
  return (await readViews(transaction, staff)).some((view) => view.id === id) ? null : 'view-name-taken';
}

/** Changes one's own view; undefined when there is none of this id. */
export async function changeView(
  transaction: Transaction,
  staff: number,
  id: string,
  { name, isDefault }: DeskViewChange,
): Promise<DeskRefusal | null | undefined> {
  const views = await readViews(transaction, staff);
  if (!views.some((view) => view.id === id)) return undefined;
  if (name !== undefined && views.some((view) => view.name === name && view.id !== id))
    return 'view-name-taken';
  if (name !== undefined) await transaction(TABLE).where({ staff, id }).update({ name });
  if (isDefault === undefined) return null;
  if (isDefault) await transaction(TABLE).where({ staff }).update({ is_default: false });
  await transaction(TABLE).where({ staff, id }).update({ is_default: isDefault });
  return null;
}

/** Takes one's own view away; false when there is none of this id. */
export async function deleteView(transaction: Transaction, staff: number, id: string): Promise<boolean> {
  const deleted: number = await transaction(TABLE).where({ staff, id }).delete();
  return deleted === 1;
}

/** Takes away what was saved by accounts that are gone. */
export async function deleteViewsOfDeparted(connection: Connection): Promise<void> {
  await connection(TABLE).whereNotIn('staff', connection('admin_users').select('id')).delete();
}
