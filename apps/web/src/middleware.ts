import { defineMiddleware } from 'astro:middleware';
import { openPublished } from './published/open.ts';

/**
 * Gives a page the published content, unless the caller has: the publisher records what each page reads. Under
 * `astro dev` also what takes submissions, which the web server gives in operation, and what keeps drafts.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  context.locals.published ??= openPublished().published;
  if (import.meta.env.DEV && !context.isPrerendered) {
    const { openSubmissions } = await import('../submissions/open.ts');
    opened ??= openSubmissions();
    context.locals.submissions ??= (await opened).forRequest(crypto.randomUUID());
    const { openDrafts } = await import('../drafts/open.ts');
    openedDrafts ??= openDrafts(process.env);
    context.locals.drafts ??= await openedDrafts;
  }
  return next();
});

let openedDrafts: ReturnType<typeof import('../drafts/open.ts').openDrafts> | undefined;
let opened: ReturnType<typeof import('../submissions/open.ts').openSubmissions> | undefined;
