import type { EntryKind } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { ruleError } from '../../../platform/rule-error.ts';
import { readConsultants, takesQuebecMandates } from './consultants.ts';

/**
 * After a write, within its transaction: an organization that takes Québec mandates has a consultant with a recognition
 * on record, whether or not it has expired meanwhile.
 *
 * @throws quebec-needs-consultant
 */
export async function keepRecognizedConsultant(strapi: Core.Strapi, kind: EntryKind): Promise<void> {
  if (kind !== 'organization' && kind !== 'consultant') return;
  if (!(await takesQuebecMandates(strapi))) return;
  const consultants = await readConsultants(strapi);
  if (consultants.some(({ expiresOn }) => expiresOn !== null)) return;
  throw ruleError('quebec-needs-consultant');
}
