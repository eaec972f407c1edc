import { DEFAULT_LOCALE } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { type Attributes, withFrenchSpacing } from './french-texts.ts';

const paramsSchema = z.looseObject({
  locale: z.string().nullish(),
  data: z.record(z.string(), z.unknown()).optional(),
});

/**
 * Has everything that is written in French here kept with the spaces of French typography, whichever way it comes, so
 * that the site, its feeds and its mails all have them. What visitors wrote is in no language and stays as it is.
 * While the application is registered, before what reads the texts.
 */
export function setFrenchSpacing(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    if (context.action !== 'create' && context.action !== 'update') return next();
    const { isLocalizedContentType } = strapi.plugin('i18n').service('content-types');
    const { locale, data } = paramsSchema.parse(context.params);
    if (data && (locale ?? DEFAULT_LOCALE) === 'fr-CA' && isLocalizedContentType(context.contentType)) {
      const components = new Map<string, { attributes: Attributes }>(Object.entries(strapi.components));
      const attributesOf = (component: string) => components.get(component)?.attributes ?? {};
      // Strapi hands the same object on to the repository.
      Object.assign(context.params, {
        data: withFrenchSpacing(data, context.contentType.attributes, attributesOf),
      });
    }
    return next();
  });
}
