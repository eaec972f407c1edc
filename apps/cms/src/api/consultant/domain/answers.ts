import { daySchema, documentIdSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { daysLeft, recognitionState, WARNING_DAYS } from './recognition.ts';

/** How a recognition stands for staff. `ending`: a warning is due; `overdue`: too late to ask for a renewal. */
const recognitionLevelSchema = z.enum(['none', 'fine', 'ending', 'overdue', 'expired']);
export type RecognitionLevel = z.infer<typeof recognitionLevelSchema>;

/** `GET /passerelle/recognitions` */
export const recognitionsSchema = z.object({
  takesQuebecMandates: z.boolean(),
  consultants: z.array(
    z.object({
      documentId: documentIdSchema,
      name: z.string(),
      expiresOn: daySchema.nullable(),
      /** Negative once it has expired; null without a recognition. */
      daysLeft: z.int().nullable(),
      level: recognitionLevelSchema,
    }),
  ),
});
export type Recognitions = z.infer<typeof recognitionsSchema>;

const [FIRST_WARNING] = WARNING_DAYS;
/** A renewal is asked for at least this many days before the end. */
const RENEWAL_DAYS = 60;

/** How a recognition that ends on a day stands today; both `YYYY-MM-DD`, null without one. */
export function recognitionLevel(expiresOn: string | null, today: string): RecognitionLevel {
  if (expiresOn === null) return 'none';
  if (recognitionState(expiresOn, today) === 'expired') return 'expired';
  const left = daysLeft(expiresOn, today);
  if (left < RENEWAL_DAYS) return 'overdue';
  return left <= FIRST_WARNING ? 'ending' : 'fine';
}
