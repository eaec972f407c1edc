import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** The document service's writes; reading and putting a draft back to what is public change nothing public. */
export const WRITES = ['create', 'clone', 'update', 'publish', 'unpublish', 'delete'] as const;
export type Write = (typeof WRITES)[number];

/** A write as a middleware of the document service sees it. `data` is changed in place. */
export interface WriteContext {
  action: Write;
  params: {
    documentId?: string | undefined;
    locale?: unknown;
    status?: unknown;
    data?: Record<string, unknown> | undefined;
  };
}

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type DocumentContext = Parameters<Middleware>[0];

const paramsSchema = z.looseObject({
  documentId: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

/** Reads the context of a write; undefined for anything else. */
export function asWrite(context: DocumentContext): WriteContext | undefined {
  const action = WRITES.find((write) => write === context.action);
  if (action === undefined) return undefined;
  // Strapi hands the same object on to the repository, so it is narrowed and not copied.
  const params: unknown = context.params;
  paramsSchema.parse(params);
  return { action, params: params as WriteContext['params'] };
}
