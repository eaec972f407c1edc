import { mergeFieldSchema, mergeFieldsIn } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ruleError } from '../../../platform/rule-error.ts';
import { REPLY_TEMPLATES } from './reply-templates.ts';

const writeSchema = z.object({
  data: z.object({ subject: z.string().nullish(), body: z.string().nullish() }).optional(),
});

/** Refuses a template that has a merge field nobody could fill. While the application is registered. */
export function keepReplyTemplates(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    if (context.uid === REPLY_TEMPLATES && (context.action === 'create' || context.action === 'update')) {
      const { data } = writeSchema.parse(context.params);
      for (const field of ['subject', 'body'] as const) {
        const unknown = mergeFieldsIn(data?.[field] ?? '').some(
          (name) => !mergeFieldSchema.safeParse(name).success,
        );
        if (unknown) throw ruleError('merge-field-unknown', field);
      }
    }
    return next();
  });
}
