import { LOCALES } from '@passerelle/contracts';
import { Badge, Flex } from '@strapi/design-system';
import { z } from 'zod';

const rowSchema = z.object({
  locale: z.string(),
  localizations: z.array(z.object({ locale: z.string() })).nullish(),
});

/** The languages a document is written in, French first: `FR` `EN`. */
export function LocalesCell({ row }: { row: unknown }) {
  const read = rowSchema.safeParse(row);
  if (!read.success) return null;
  const written = new Set([read.data.locale, ...(read.data.localizations ?? []).map(({ locale }) => locale)]);
  return (
    <Flex gap={1}>
      {LOCALES.filter((locale) => written.has(locale)).map((locale) => (
        <Badge key={locale} lang={locale}>
          {locale.slice(0, 2).toUpperCase()}
        </Badge>
      ))}
    </Flex>
  );
}
