import { z } from 'zod';
import { list, localizedRow, optionalText, text } from './stored-values.ts';

/** The guide and the wordings of consent as Strapi keeps them, told in the words of the public contract. */

/** Where an answer or a page leads: what kind of goal, and its key where it has one. */
const way = { leadsTo: text, target: optionalText };

/** A goal without its key is a mistake for the contract to refuse; the end is none. */
function targetOf({ leadsTo, target }: { leadsTo: string; target: string | null }) {
  switch (leadsTo) {
    case 'to-end':
      return null;
    case 'to-form':
      return { to: 'form' };
    default:
      return { to: leadsTo.replace(/^to-/, ''), key: target?.trim() ?? '' };
  }
}

const option = z
  .object({ key: text, label: text, hint: optionalText, ...way })
  .transform(({ leadsTo, target, ...rest }) => ({ ...rest, target: targetOf({ leadsTo, target }) }));

const question = z.object({ key: text, title: text, hint: optionalText, options: list(option) });

const address = z.object({
  name: text,
  note: optionalText,
  telephone: optionalText,
  url: optionalText,
  readOn: text,
});

const page = z
  .object({ key: text, tone: text, title: text, body: z.unknown(), addresses: list(address), ...way })
  .transform(({ leadsTo, target, ...rest }) => ({ ...rest, next: targetOf({ leadsTo, target }) }));

export const guide = z
  .object({
    ...localizedRow,
    version: z.number().nullish(),
    effectiveOn: text,
    start: text,
    questions: list(question),
    pages: list(page),
  })
  .transform((row) => ({ kind: 'guide', ...row }));

export const consentText = z
  .object({ ...localizedRow, purpose: text, number: z.number().nullish(), label: text, text: z.unknown() })
  .transform(({ number, text: body, ...row }) => ({
    kind: 'consent-text',
    ...row,
    version: `${row.purpose}-${number ?? ''}`,
    body: body ?? [],
  }));
