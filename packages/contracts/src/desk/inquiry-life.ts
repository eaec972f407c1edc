import { z } from 'zod';

/** How an inquiry stands (I5). `unconfirmed`: the visitor has yet to follow the link sent to the address given. */
export const inquiryStatusSchema = z.enum([
  'unconfirmed',
  'new',
  'triaged',
  'assigned',
  'awaiting-client',
  'consultation-booked',
  'converted',
  'declined',
  'referred',
  'spam',
  'closed',
]);
export type InquiryStatus = z.infer<typeof inquiryStatusSchema>;

export const inquiryPrioritySchema = z.enum(['low', 'normal', 'high', 'urgent']);
export type InquiryPriority = z.infer<typeof inquiryPrioritySchema>;

/** Why an inquiry was taken for one that no person wrote: it waits in a queue of its own, and staff decide. */
export const suspicionSchema = z.enum(['many-links', 'markup', 'repeated']);
export type Suspicion = z.infer<typeof suspicionSchema>;

/** Who must answer by when: `none` where nothing is due. */
export const dueColourSchema = z.enum(['none', 'paused', 'ok', 'soon', 'late']);
export type DueColour = z.infer<typeof dueColourSchema>;

/** `advice` is given by a licensee alone, who approves it before it goes (I6). */
export const replyKindSchema = z.enum(['information', 'advice']);
export type ReplyKind = z.infer<typeof replyKindSchema>;

export const replyStateSchema = z.enum(['awaiting-approval', 'sent', 'sent-back']);
export type ReplyState = z.infer<typeof replyStateSchema>;

/** What the desk refuses, beside what a role doesn't allow. Closed: each has texts in both languages. */
export const deskRefusalSchema = z.enum([
  /** Somebody else has changed it since it was read; the answer holds how it stands now. */
  'changed-meanwhile',
  'transition-not-allowed',
  'reason-missing',
  'assignee-missing',
  'assignee-unknown',
  'not-confirmed',
  'reply-not-waiting',
  'address-unusable',
  /** What a template holds for advice goes as advice. */
  'advice-as-information',
  'view-name-taken',
  'too-many-views',
]);
export type DeskRefusal = z.infer<typeof deskRefusalSchema>;
