import type { Core } from '@strapi/strapi';
import { readConsultants, takesQuebecMandates } from '../adapters/consultants.ts';
import { type Recognitions, recognitionLevel } from '../domain/answers.ts';
import { daysLeft, quebecDay } from '../domain/recognition.ts';

/** How the consultants' recognitions stand, for staff. */
const recognitions = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(): Promise<Recognitions> {
    const today = quebecDay(new Date());
    const consultants = await readConsultants(strapi);
    return {
      takesQuebecMandates: await takesQuebecMandates(strapi),
      consultants: consultants.map(({ documentId, name, expiresOn }) => ({
        documentId,
        name,
        expiresOn,
        daysLeft: expiresOn === null ? null : daysLeft(expiresOn, today),
        level: recognitionLevel(expiresOn, today),
      })),
    };
  },
});

export default recognitions;
