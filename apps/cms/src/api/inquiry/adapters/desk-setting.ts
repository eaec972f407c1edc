import type { DeskSetting } from '../domain/desk-setting.ts';
import { PRACTICE_TIME_ZONE } from '../domain/desk-setting.ts';
import { createQuebecHolidays } from './holidays.ts';

const NINE_TO_FIVE = { opens: 9 * 60, closes: 17 * 60 };

/** How the practice works, unless it has said otherwise: on weekdays, and an answer within two of them. */
const isHoliday = createQuebecHolidays();
export async function readDeskSetting(): Promise<DeskSetting> {
  return {
    calendar: {
      timeZone: PRACTICE_TIME_ZONE,
      week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, null, null],
      isHoliday,
    },
    responseDays: 2,
  };
}
