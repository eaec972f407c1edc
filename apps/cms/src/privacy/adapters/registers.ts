import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Clock } from '../../platform/jobs/settings.ts';
import { ruleError } from '../../platform/rule-error.ts';
import { mayBeDeleted } from '../domain/register-keeping.ts';

/** The registers, and the field that says from when on an entry's time runs. */
const REGISTERS = {
  'api::incident.incident': 'discoveredOn',
  'api::processor.processor': 'endedOn',
} as const;
type RegisterUid = keyof typeof REGISTERS;

const isRegister = (uid: string): uid is RegisterUid => Object.hasOwn(REGISTERS, uid);

/** The registers' content types. */
export const REGISTER_TYPES = Object.keys(REGISTERS).filter(isRegister);

const deletionSchema = z.object({ documentId: z.string() });
const rowSchema = z.looseObject({ createdAt: z.coerce.date() });
const daySchema = z.string().nullish().catch(null);

/** Keeps entries of the registers for as long as they must be. While the application is registered. */
export function keepRegisters(strapi: Core.Strapi, clock: Clock): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context;
    if (action !== 'delete' || !isRegister(uid)) return next();
    const { documentId } = deletionSchema.parse(params);
    const found: unknown = await strapi.db.query(uid).findOne({ where: { documentId } });
    if (found !== null) {
      const row = rowSchema.parse(found);
      const from = daySchema.parse(row[REGISTERS[uid]]) ?? null;
      if (!mayBeDeleted({ from, createdAt: row.createdAt }, clock())) throw ruleError('register-kept');
    }
    return next();
  });
}

const EXPLORER = ['create', 'read', 'update', 'delete'].map(
  (action) => `plugin::content-manager.explorer.${action}`,
);

/** What a role needs to keep the registers in the Content Manager. */
export function registerPermissions(strapi: Core.Strapi) {
  return REGISTER_TYPES.flatMap((subject) =>
    EXPLORER.map((action) => ({
      action,
      subject,
      ...(!action.endsWith('.delete') && {
        properties: { fields: Object.keys(strapi.contentType(subject).attributes).filter(isOwn) },
      }),
    })),
  );
}

/** Strapi's own attributes aren't given as fields. */
const STRAPI_OWN = new Set([
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'],
  ...['documentId', 'locale', 'localizations', 'id'],
]);
const isOwn = (attribute: string): boolean => !STRAPI_OWN.has(attribute);
