import { type Guide, type Inquiry, inquirySchema } from '@passerelle/contracts';
import { deadlineOf } from './deadline.ts';
import { type Draft, FORM_VERSION } from './draft.ts';
import { telephoneOf } from './telephone.ts';
import { answersOn, type Trail } from './trail.ts';

/**
 * The inquiry that a finished draft becomes. The same draft gives the same inquiry, byte for byte: its key stands for
 * that.
 *
 * @param page where the form is.
 * @throws when something is wrong with the draft: see `firstUnfinished`.
 */
export function inquiryOf(
  { fields, masked, notice, consents }: Draft,
  { guide, trail, today, page }: { guide: Guide; trail: Trail; today: string; page: string },
): Inquiry {
  const deadline = deadlineOf(fields, today);
  return inquirySchema.parse({
    guide: guide.version,
    formVersion: FORM_VERSION,
    answers: answersOn(trail),
    name: fields.name,
    email: fields.email,
    telephone: telephoneOf(fields.telephone, fields.country)?.e164 ?? null,
    reach: fields.reach,
    country: fields.country === '' ? null : fields.country,
    deadline: 'day' in deadline ? deadline.day : null,
    message: fields.message,
    masked,
    notice,
    consents,
    page,
  } satisfies Record<keyof Inquiry, unknown>);
}
