import { defineMiddleware } from 'astro:middleware';
import { openPublished } from './published/open.ts';

/** Gives a page the published content, unless the caller has: the publisher records what each page reads. */
export const onRequest = defineMiddleware((context, next) => {
  context.locals.published ??= openPublished().published;
  return next();
});
