import type { Core } from '@strapi/strapi';
import { raiseAlarm } from '../platform/alarm.ts';
import type { SenderAlarm } from './sender.ts';

/** Tells people of what stops the sender. Outside of any transaction. */
export const createSenderAlarm =
  (strapi: Core.Strapi): SenderAlarm =>
  ({ code, issue, problem, at }) =>
    raiseAlarm(strapi, {
      code,
      at: at.toISOString(),
      issue,
      ...(problem !== undefined && { problem }),
    });
