import type { DeskRefusal, DeskViewChange, DeskViewQuery, DeskViews } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { inquirySettingOf } from '../../inquiry/adapters/inquiry-setting.ts';
import { changeView, deleteView, insertView, readViews } from '../adapters/view-rows.ts';
import type { Staff } from '../domain/staff.ts';

/** What somebody has saved of the desk's list; nobody else sees it. */
const views = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: async ({ id: staff }: Staff): Promise<DeskViews> => ({
    views: await readViews(strapi.db.connection, staff),
  }),

  /** Null when it is saved, else why not. */
  save: async (
    { id: staff }: Staff,
    wish: { name: string; query: DeskViewQuery },
  ): Promise<DeskRefusal | null> =>
    strapi.db.transaction(({ trx }) =>
      insertView(trx, staff, { id: inquirySettingOf(strapi).newId(), ...wish }),
    ),

  /** The same; undefined when they have no such view. */
  change: async (
    { id: staff }: Staff,
    id: string,
    wish: DeskViewChange,
  ): Promise<DeskRefusal | null | undefined> =>
    strapi.db.transaction(({ trx }) => changeView(trx, staff, id, wish)),

  remove: async ({ id: staff }: Staff, id: string): Promise<boolean> =>
    strapi.db.transaction(({ trx }) => deleteView(trx, staff, id)),
});

export default views;
