import { LOCALES } from '@passerelle/contracts';
import type { APIRoute } from 'astro';
import { telephoneText } from '../../i18n/format.ts';
import { messages } from '../../i18n/index.ts';
import { escapeMarkup } from '../../ui/escape.ts';

/** Who to telephone, in each language, escaped: for what the server answers by itself (`server/practice.ts`). */
export const practiceRoute: APIRoute = ({ locals }) => {
  const practice = LOCALES.map((locale) => {
    const { tradeName, telephone } = locals.published.organization(locale);
    const told = {
      name: escapeMarkup(tradeName),
      telephone,
      telephoneText: escapeMarkup(telephoneText(telephone)),
      notice: escapeMarkup(`${messages(locale).footer.privateSite}.`),
    };
    return [locale, told] as const;
  });
  return Response.json(Object.fromEntries(practice));
};
