import { mailedTokenSchema } from '@passerelle/contracts';
import type { VisitorFiles } from '../../submissions/visitor-files.ts';
import type { Page } from './parts.ts';

/** What the page that gives what is kept shows. */
export interface BundleView {
  kind: 'ask' | 'gone' | 'away';
}

/** A request as this page sees it. */
export interface BundleRequest {
  request: Pick<Request, 'method'>;
  params: Readonly<Record<string, string | undefined>>;
  locals: { files?: Pick<VisitorFiles, 'bundle'> | undefined };
}

/** Answers the page of the mailed link. To read it, as scanners of mail do, gives nothing and counts for nothing. */
export async function answerBundle({
  request,
  params,
  locals,
}: BundleRequest): Promise<Response | Page<BundleView>> {
  const token = mailedTokenSchema.safeParse(params.token);
  if (!token.success) return page(404, 'gone');
  if (request.method !== 'POST') return page(200, 'ask');
  if (locals.files === undefined) throw new Error('This page was not given what hands files out.');
  const file = await locals.files.bundle(token.data);
  if (file === null) return page(503, 'away');
  if (file === 'unknown') return page(404, 'gone');
  return new Response(file.bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  });
}

const page = (status: number, kind: BundleView['kind']): Page<BundleView> => ({
  status,
  retryAfter: status === 503 ? 60 : null,
  view: { kind },
});
