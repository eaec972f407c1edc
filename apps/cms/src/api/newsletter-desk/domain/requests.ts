import { z } from 'zod';
import { ISSUE_ACTIONS } from '../../../newsletter/domain/issue.ts';

/** `digest daily 2026-11-25`, or a UUID. */
export const issueIdSchema = z.string().regex(/^[\w :.-]{1,36}$/);

/** `/passerelle/newsletter/issues/:id` */
export const issueParamsSchema = z.object({ id: issueIdSchema });

/** `POST /passerelle/newsletter/issues/:id/actions` */
export const actionBodySchema = z.strictObject({ action: z.enum([...ISSUE_ACTIONS, 'send-again', 'test']) });
export type DeskAction = z.infer<typeof actionBodySchema>['action'];
