import type { Core } from '@strapi/strapi';
import { DESK_SETTING } from '../../desk-setting/adapters/permissions.ts';
import { type DeskSetting, deskSettingOf } from '../domain/desk-setting.ts';
import { createQuebecHolidays } from './holidays.ts';

/** Reads how the practice works its inquiries, anew each time: it is content, and may change. */
export function createSettingReader(strapi: Core.Strapi): () => Promise<DeskSetting> {
  const isHoliday = createQuebecHolidays();
  return async () => {
    const stored = await strapi.db
      .query(DESK_SETTING)
      .findOne({ populate: { openings: true, closedDays: true, retention: true } });
    return deskSettingOf(stored, isHoliday);
  };
}
