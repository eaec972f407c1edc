import { type FileRefusal, inquiryFilesPath, type Locale, mailedTokenSchema } from '@passerelle/contracts';
import type { SentBody } from '../../submissions/sent-body.ts';
import { formOf } from '../../submissions/sent-body.ts';
import type { VisitorFiles } from '../../submissions/visitor-files.ts';

/** By this parameter of the address the page says that a file has come. */
const RECEIVED = { 'fr-CA': 'recu', 'en-CA': 'received' } as const satisfies Record<Locale, string>;

/** What the page shows. */
export type FilesView =
  | {
      kind: 'form';
      token: string;
      left: number;
      /** Instant at which the link ends. */
      endsAt: string;
      /** Whether a file has just come. */
      received: boolean;
      fault: 'missing' | FileRefusal | null;
    }
  /** Everything that was asked for has come. */
  | { kind: 'full' }
  | { kind: 'refused'; code: FileRefusal }
  /** The CMS can't be asked. */
  | { kind: 'away' };

/** A request as this page sees it. */
export interface FilesRequest {
  request: Request;
  url: URL;
  locals: { files?: VisitorFiles | undefined; sent?: SentBody | undefined };
}

type Answer = Response | { status: number; retryAfter: number | null; view: FilesView };

/** Answers the page where invited visitors send files. To read it, as scanners of mail do, changes nothing. */
export async function answerFiles({ request, url, locals }: FilesRequest, locale: Locale): Promise<Answer> {
  const { files } = locals;
  if (files === undefined) throw new Error('This page was not given what takes files.');
  if (request.method !== 'POST') {
    const received = url.searchParams.has(RECEIVED[locale]);
    return show(files, url.searchParams.get('token'), { received });
  }
  const form = await formOf(locals.sent, request);
  const token = form?.get('token');
  const file = form?.get('file');
  const secret = mailedTokenSchema.safeParse(token);
  if (!secret.success) return pageOf({ kind: 'refused', code: 'invitation-unknown' });
  // A form that is sent without a choice has a file without a name.
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) {
    return show(files, secret.data, { fault: 'missing' });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await files.send({ token: secret.data, name: file.name, bytes });
  if (answer === null) return pageOf({ kind: 'away' });
  if (answer.outcome === 'refused') return show(files, secret.data, { fault: answer.code });
  const location = `${inquiryFilesPath(locale)}?token=${secret.data}&${RECEIVED[locale]}=1`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** The page as the invitation stands now. */
async function show(
  files: VisitorFiles,
  token: string | null,
  {
    received = false,
    fault = null,
  }: { received?: boolean; fault?: Extract<FilesView, { kind: 'form' }>['fault'] },
): Promise<Answer> {
  const secret = mailedTokenSchema.safeParse(token);
  if (!secret.success) return pageOf({ kind: 'refused', code: 'invitation-unknown' });
  const invitation = await files.invitation(secret.data);
  if (invitation === null) return pageOf({ kind: 'away' });
  if (invitation.outcome === 'refused') {
    const { code } = invitation;
    return pageOf(code === 'too-many' ? { kind: 'full' } : { kind: 'refused', code });
  }
  const { left, endsAt } = invitation;
  return pageOf({ kind: 'form', token: secret.data, left, endsAt, received, fault });
}

function pageOf(view: FilesView): Answer {
  const status = { form: 200, full: 200, refused: 404, away: 503 }[view.kind];
  const faulty = view.kind === 'form' && view.fault !== null;
  const ended = view.kind === 'refused' && view.code === 'invitation-ended';
  return { status: faulty ? 422 : ended ? 410 : status, retryAfter: status === 503 ? 60 : null, view };
}
