import { DEFAULT_LOCALE, LOCALES, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ruleError } from './rule-error.ts';

const NAMES: Record<Locale, string> = { 'fr-CA': 'Français (Canada)', 'en-CA': 'English (Canada)' };
const UID = 'plugin::i18n.locale';

const rowsSchema = z.array(z.object({ id: z.number(), code: z.string() }));

/** Makes French and English the content's languages, French the default, and keeps them from being removed. */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('i18n').service('locales');
  const rows = rowsSchema.parse(await strapi.db.query(UID).findMany({ select: ['id', 'code'] }));
  for (const code of LOCALES) {
    if (!rows.some((row) => row.code === code)) await service.create({ code, name: NAMES[code] });
  }
  if ((await service.getDefaultLocale()) !== DEFAULT_LOCALE) {
    await service.setDefaultLocale({ code: DEFAULT_LOCALE });
  }
  // Strapi starts with plain `en`, in which nothing of ours can be written.
  for (const { id, code } of rows) if (code === 'en') await service.delete({ id });
  keepLocales(strapi);
}

const deletionSchema = z.object({ where: z.object({ id: z.coerce.number() }) });

/** Removing a language deletes everything written in it, past all the rules of publishing. */
function keepLocales(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [UID],
    async beforeDelete({ params }: { params: unknown }) {
      const { where } = deletionSchema.parse(params);
      const rows = rowsSchema.parse(await strapi.db.query(UID).findMany({ where, select: ['id', 'code'] }));
      if (rows.some((row) => LOCALES.some((locale) => locale === row.code))) throw ruleError('locale-in-use');
    },
  });
}
