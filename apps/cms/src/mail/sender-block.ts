import { type Locale, licenceClassSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { recognitionState } from '../api/consultant/domain/recognition.ts';
import { dayText, mailTexts } from './i18n/texts.ts';

const organizationSchema = z.object({
  legalName: z.string(),
  telephone: z.string(),
  email: z.string(),
  address: z.object({
    street: z.string(),
    city: z.string(),
    province: z.string(),
    postalCode: z.string(),
  }),
});

const consultantsSchema = z.array(
  z.object({
    name: z.string(),
    licenceNumber: z.string(),
    licenceClass: licenceClassSchema,
    registerUrl: z.string(),
    recognitionNumber: z.string().nullable(),
    recognitionExpiresOn: z.string().nullable(),
  }),
);

/**
 * Who writes, line by line: legal name, postal address, telephone and e-mail; each consultant with the licence, where to
 * check it, and the recognition by Québec while it holds (Q2).
 */
export type SenderBlock = readonly string[];

/** Legal name, postal address, telephone, e-mail. */
const ORGANIZATION_LINES = 4;

/** Whether a block names all that a mailing must (L6): the organization, and a registered consultant. */
export const isWholeSender = (block: SenderBlock): boolean =>
  block.length > ORGANIZATION_LINES && block.every((line) => line.trim() !== '');

/**
 * The lines by which a reader knows who writes (L6), of the published organization.
 *
 * @param organization as Strapi stores it, with its address; null before it has been written.
 * @param consultants as Strapi stores them, in their order.
 * @param today the day in Québec, `YYYY-MM-DD`.
 */
export function senderBlock(
  organization: unknown,
  consultants: unknown,
  locale: Locale,
  today: string,
): SenderBlock {
  const parsed = organizationSchema.nullable().parse(organization);
  if (parsed === null) return [];
  const { legalName, telephone, email, address } = parsed;
  const { street, city, province, postalCode } = address;
  const place = locale === 'fr-CA' ? `${city} (${province})` : `${city}, ${province}`;
  const number = telephone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2-$3');
  const { licensed, licenceClasses, register, recognized } = mailTexts(locale).layout;
  return [
    legalName,
    `${street}, ${place} ${postalCode.replace(' ', '\u00a0')}`,
    number,
    email,
    ...consultantsSchema.parse(consultants).flatMap((consultant) => {
      const { name, licenceNumber, licenceClass, registerUrl } = consultant;
      const { recognitionNumber: number, recognitionExpiresOn: until } = consultant;
      const holds = number !== null && until !== null && recognitionState(until, today) === 'valid';
      return [
        licensed(name, licenceClasses[licenceClass], licenceNumber),
        register(registerUrl),
        ...(holds ? [recognized(number, dayText(locale, until))] : []),
      ];
    }),
  ];
}
