import { DEFAULT_LOCALE, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { quebecDay } from '../../api/consultant/domain/recognition.ts';
import { type SenderBlock, senderBlock } from '../sender-block.ts';

const ORGANIZATION = 'api::organization.organization';
const CONSULTANT = 'api::consultant.consultant';

/** Who writes, as the site shows them; in French where they aren't written in the locale yet. */
export async function readSenderBlock(
  strapi: Core.Strapi,
  locale: Locale,
  now = new Date(),
): Promise<SenderBlock> {
  const organization = (of: Locale) =>
    strapi.documents(ORGANIZATION).findFirst({ locale: of, populate: ['address'] });
  const consultants = (of: Locale) =>
    strapi.documents(CONSULTANT).findMany({ locale: of, sort: ['position', 'documentId'] });
  const translated = new Map((await consultants(locale)).map((row) => [row.documentId, row]));
  return senderBlock(
    (await organization(locale)) ?? (await organization(DEFAULT_LOCALE)),
    (await consultants(DEFAULT_LOCALE)).map((row) => translated.get(row.documentId) ?? row),
    locale,
    quebecDay(now),
  );
}
