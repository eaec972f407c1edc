import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** What formidable throws at a form that it can't read. */
const unreadableSchema = z.object({ httpCode: z.int().min(400).max(499) });

/** Answers a form that can't be read with 400: Strapi, which reads it, would with 500. Before `strapi::body`. */
const brokenForms = (): Core.MiddlewareHandler => async (context, next) => {
  try {
    await next();
  } catch (error) {
    if (unreadableSchema.safeParse(error).success) context.throw(400, 'The form can not be read');
    throw error;
  }
};

export default brokenForms;
