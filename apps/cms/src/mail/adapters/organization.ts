import { DEFAULT_LOCALE, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { type SenderBlock, senderBlock } from '../sender-block.ts';

const UID = 'api::organization.organization';

/** Who writes, of the organization as the site shows it; in French where it isn't written in the locale yet. */
export async function readSenderBlock(strapi: Core.Strapi, locale: Locale): Promise<SenderBlock> {
  const read = (of: Locale) => strapi.documents(UID).findFirst({ locale: of, populate: ['address'] });
  return senderBlock((await read(locale)) ?? (await read(DEFAULT_LOCALE)), locale);
}
