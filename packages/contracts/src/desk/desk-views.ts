import { z } from 'zod';
import { lineSchema } from '../content/primitives.ts';
import { inquiryListQuerySchema } from './inquiry-requests.ts';

/** Views that somebody of the staff has saved for themselves, below `/passerelle/inquiries/views`. */

const keySchema = z.enum([
  ...(['status', 'priority', 'assignee', 'language', 'late', 'sort', 'order'] as const),
  'display',
]);

/** The list's address as it was: what narrows it, its order, and how it is shown. What is searched for isn't kept. */
export const deskViewQuerySchema = z
  .partialRecord(keySchema, z.string().max(400))
  .refine(
    ({ display = 'board', ...query }) =>
      display === 'board' && inquiryListQuerySchema.safeParse(query).success,
  );
export type DeskViewQuery = z.infer<typeof deskViewQuerySchema>;

const deskViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  query: deskViewQuerySchema,
  /** Shown when the desk is opened; one at most. */
  isDefault: z.boolean(),
});
export type DeskView = z.infer<typeof deskViewSchema>;

/** `GET /passerelle/inquiries/views`, and the answer to each change: one's own, by name. */
export const deskViewsSchema = z.object({ views: z.array(deskViewSchema) });
export type DeskViews = z.infer<typeof deskViewsSchema>;

/** Most views that somebody has. */
export const DESK_VIEWS_MOST = 30;

const nameSchema = lineSchema.trim().min(1).max(60);

/** `POST /passerelle/inquiries/views` */
export const deskViewBodySchema = z.strictObject({ name: nameSchema, query: deskViewQuerySchema });

/** `/passerelle/inquiries/views/:view` and its removal. */
export const deskViewParamsSchema = z.object({ view: z.uuid() });

/** `POST /passerelle/inquiries/views/:view`: what is given is changed. */
export const deskViewChangeSchema = z.strictObject({
  name: nameSchema.optional(),
  isDefault: z.boolean().optional(),
});
export type DeskViewChange = z.infer<typeof deskViewChangeSchema>;
