import { instantSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { DELIVERY_STATES } from '../../../newsletter/domain/accounting.ts';
import { ISSUE_STATES } from '../../../newsletter/domain/issue.ts';
import { actionBodySchema, issueIdSchema } from './requests.ts';

const count = z.int().nonnegative();

/** An issue as it stands: candidates = prepared + excluded, prepared = the sum of its deliveries. */
export const issueLookSchema = z.object({
  id: issueIdSchema,
  kind: z.enum(['digest', 'campaign']),
  /** Of a digest. */
  frequency: z.enum(['instant', 'daily', 'weekly', 'monthly']).nullable(),
  /** Of a campaign: its document, and its subject as it was submitted. */
  campaign: z.string().nullable(),
  subject: z.string().nullable(),
  state: z.enum(ISSUE_STATES),
  at: instantSchema,
  /** Not before. */
  sendAt: instantSchema,
  /** Why it waits or is paused, as a code. */
  problem: z.string().nullable(),
  candidates: count,
  prepared: count,
  /** How many were left out, by reason. */
  excluded: z.record(z.string(), count),
  deliveries: z.record(z.enum(DELIVERY_STATES), count),
  addsUp: z.boolean(),
  /** What the one who asks may do with it now. */
  actions: z.array(actionBodySchema.shape.action),
});
export type IssueLook = z.infer<typeof issueLookSchema>;

/** `GET /passerelle/newsletter/issues`: the newest first. */
export const issueListSchema = z.object({ issues: z.array(issueLookSchema) });
export type IssueList = z.infer<typeof issueListSchema>;

/** `GET /passerelle/newsletter/issues/:id/uncertain`: no reader is named. */
export const uncertainListSchema = z.object({
  uncertain: z.array(
    z.object({
      id: z.int(),
      /** Finds the mail in the mail server's log. */
      messageId: z.string(),
      domain: z.string(),
      attempts: count,
      failure: z.string().nullable(),
    }),
  ),
});
export type UncertainList = z.infer<typeof uncertainListSchema>;

/** Why an action isn't done, answered with 409. */
export const issueRefusalSchema = z.enum([
  'issue-in-other-state',
  'nothing-uncertain',
  'own-campaign',
  'nothing-new',
  'test-not-taken',
]);
export type IssueRefusal = z.infer<typeof issueRefusalSchema>;

/** Such an answer. */
export const issueRefusedSchema = z.object({
  error: z.object({ details: z.object({ code: issueRefusalSchema }) }),
});
