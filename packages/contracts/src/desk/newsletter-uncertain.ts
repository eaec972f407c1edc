import { z } from 'zod';
import { instantSchema } from '../content/primitives.ts';

/** What a person says of mails of which nobody knows whether they were sent: they were; or they are to be sent once more. */
export const uncertainDecisionSchema = z.enum(['delivered', 'send-again']);
export type UncertainDecision = z.infer<typeof uncertainDecisionSchema>;

/** `digest daily 2026-11-25`, or a UUID. */
const issueIdSchema = z.string().regex(/^[\w :.-]{1,36}$/);

/** At most so many mails of an issue are listed, and decided about by one request; `all` has no limit. */
export const UNCERTAIN_LIMIT = 200;

/** A mail of which nobody knows whether it was sent. No reader is named. */
const uncertainMailSchema = z.object({
  id: z.int().positive(),
  /** Finds the mail in the mail server's log. */
  messageId: z.string(),
  domain: z.string(),
  attempts: z.int().nonnegative(),
  /** What happened: code, reply and command, or `cut off`. */
  failure: z.string().nullable(),
});
export type UncertainMail = z.infer<typeof uncertainMailSchema>;

/** An issue with mails that are uncertain, or about which somebody has decided lately. */
const uncertainIssueSchema = z.object({
  id: issueIdSchema,
  kind: z.enum(['digest', 'campaign']),
  /** Of a digest. */
  frequency: z.enum(['instant', 'daily', 'weekly', 'monthly']).nullable(),
  at: instantSchema,
  /** False for one that was cancelled: nothing of it is sent any more. */
  maySendAgain: z.boolean(),
  /** How many are uncertain; no more than `UNCERTAIN_LIMIT` of them are listed. */
  count: z.int().nonnegative(),
  mails: z.array(uncertainMailSchema),
  /** Who decided what about how many mails, the newest first. */
  decisions: z.array(
    z.object({
      at: instantSchema,
      actor: z.string().nullable(),
      decision: uncertainDecisionSchema,
      mails: z.int().nonnegative(),
    }),
  ),
});
export type UncertainIssue = z.infer<typeof uncertainIssueSchema>;

/** `GET /passerelle/newsletter/uncertain`: the newest issue first. */
export const uncertainIssuesSchema = z.object({
  /** Whether the one who asks may decide. */
  mayDecide: z.boolean(),
  issues: z.array(uncertainIssueSchema),
});
export type UncertainIssues = z.infer<typeof uncertainIssuesSchema>;

/** `POST /passerelle/newsletter/uncertain/:id` */
export const uncertainRequestSchema = z.strictObject({
  decision: uncertainDecisionSchema,
  mails: z.union([z.literal('all'), z.array(z.int().positive()).min(1).max(UNCERTAIN_LIMIT)]),
});
export type UncertainRequest = z.infer<typeof uncertainRequestSchema>;

/** What was decided: about how many mails. Others were no longer uncertain. */
export const uncertainDoneSchema = z.object({ mails: z.int().positive() });
