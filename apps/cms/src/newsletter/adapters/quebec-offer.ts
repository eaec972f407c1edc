import type { Core } from '@strapi/strapi';
import { readConsultants, takesQuebecMandates } from '../../api/consultant/adapters/consultants.ts';
import { quebecDay, recognitionState } from '../../api/consultant/domain/recognition.ts';

/** Whether the practice may offer services for Québec's programmes at an instant: it says so, and a recognition holds. */
export async function offersQuebec(strapi: Core.Strapi, at: Date): Promise<boolean> {
  if (!(await takesQuebecMandates(strapi))) return false;
  const today = quebecDay(at);
  const consultants = await readConsultants(strapi);
  return consultants.some(
    ({ expiresOn }) => expiresOn !== null && recognitionState(expiresOn, today) === 'valid',
  );
}
