import type { Locale } from '@passerelle/contracts';
import { markRecognitions } from '../../src/api/consultant/adapters/watch-recognitions.ts';
import type { Alarm } from '../../src/platform/alarm.ts';
import { documentsOf } from './content.ts';
import type { TestCms } from './strapi.ts';

type Fields = Record<string, unknown>;

/** A consultant's fields, complete, without a recognition. */
export const consultantFields = (fields: Fields = {}): Fields => ({
  name: 'Consultante de démonstration',
  licenceNumber: 'R000000',
  licenceClass: 'RCIC',
  registerUrl: 'https://registre.example/',
  languages: 'fr, en',
  ...fields,
});

/** A recognition that ends on a day. */
export const recognizedUntil = (day: string): Fields => ({
  recognitionNumber: '00000',
  recognitionExpiresOn: day,
});

/** Writes a consultant in French, public at once; gives the document id. */
export async function writeConsultant(cms: TestCms, fields: Fields = {}): Promise<string> {
  const data = consultantFields(fields);
  const { documentId } = await documentsOf(cms, 'consultant').create({ locale: 'fr-CA', data });
  return documentId;
}

/** Writes the organization's settings in a locale, complete; gives the document id. */
export async function writeOrganization(
  cms: TestCms,
  fields: Fields = {},
  locale: Locale = 'fr-CA',
): Promise<string> {
  const data: Fields = {
    legalName: 'Cabinet inc.',
    tradeName: 'Cabinet',
    tagline: 'Une devise',
    neq: '0000000000',
    address: { street: '1, rue', city: 'Québec', province: 'QC', postalCode: 'G0A 0A0', country: 'CA' },
    telephone: '+14185550100',
    email: 'bonjour@cabinet.example',
    privacyOfficer: { title: 'Responsable', email: 'vie@cabinet.example' },
    senderBlock: 'Cabinet inc.',
    openingHours: [{ days: 'Lundi', hours: '9 h' }],
    disclaimer: 'Un site privé.',
    ...fields,
  };
  const documents = documentsOf(cms, 'organization');
  const [known] = await documents.findMany({ locale: 'fr-CA', limit: 1 });
  if (known === undefined) return (await documents.create({ locale, data })).documentId;
  await documents.update({ documentId: known.documentId, locale, data });
  return known.documentId;
}

/** Marks the recognitions as the CMS does each day, at an instant of the test's own; gives the alarms it raised. */
export async function markAt(cms: TestCms, instant: string): Promise<Omit<Alarm, 'at'>[]> {
  const alarms: Omit<Alarm, 'at'>[] = [];
  await markRecognitions({
    strapi: cms.strapi,
    jobs: { enqueue: async () => undefined },
    clock: () => new Date(instant),
    alarm: async ({ at: _, ...alarm }) => void alarms.push(alarm),
  });
  return alarms;
}
