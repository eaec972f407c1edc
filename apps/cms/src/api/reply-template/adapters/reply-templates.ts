import { type Locale, type ReplyTemplate, replyKindSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

export const REPLY_TEMPLATES = 'api::reply-template.reply-template';

const rowsSchema = z.array(
  z
    .object({
      documentId: z.string(),
      name: z.string(),
      replyKind: replyKindSchema,
      subject: z.string(),
      body: z.string(),
      asksForFiles: z.boolean(),
    })
    .transform(
      ({ documentId: id, replyKind: kind, ...text }): ReplyTemplate => ({
        id,
        kind,
        name: text.name,
        subject: text.subject,
        body: text.body,
        asksForFiles: text.asksForFiles,
      }),
    ),
);

/** The templates that are there in a language, by name. */
export async function readReplyTemplates(strapi: Core.Strapi, locale: Locale): Promise<ReplyTemplate[]> {
  return rowsSchema.parse(await strapi.documents(REPLY_TEMPLATES).findMany({ locale, sort: 'name' }));
}
