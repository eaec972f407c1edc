import { z } from 'zod';
import { lines, list, localizedRow, optionalDay, optionalText, reference, text } from './stored-values.ts';

/** Programmes, rounds and terms as Strapi keeps them, told in the words of the public contract. */

export const source = z
  .object({ title: text, publisher: text, url: text, readOn: text, lang: optionalText })
  .transform(({ lang, ...row }) => (lang === null ? row : { ...row, lang }));
const optionalSource = source.nullish().transform((value) => value ?? null);

export const programme = z
  .object({
    ...localizedRow,
    slug: text,
    code: text,
    name: text,
    summary: optionalText,
    jurisdiction: text,
    authority: text,
    standing: text,
    since: optionalDay,
    source: optionalSource,
    verifiedAt: optionalDay,
    history: list(
      z
        .object({ standing: text, from: text, note: optionalText, source: optionalSource })
        .transform(({ standing, ...change }) => ({ ...change, status: standing })),
    ),
  })
  .transform(({ standing, ...row }) => ({ kind: 'programme', ...row, status: standing }));

export const round = z
  .object({
    ...localizedRow,
    programme: reference,
    date: text,
    number: optionalText,
    stream: optionalText,
    invitations: z.number().nullish(),
    lowestScore: z
      .number()
      .nullish()
      .transform((score) => score ?? null),
    note: optionalText,
    source: optionalSource,
  })
  .transform((row) => ({ kind: 'round', ...row }));

export const term = z
  .object({
    ...localizedRow,
    slug: text,
    name: text,
    acronym: optionalText,
    aliases: lines,
    definition: z.unknown(),
    programme: reference,
    sources: list(source),
  })
  .transform((row) => ({ kind: 'term', ...row }));
