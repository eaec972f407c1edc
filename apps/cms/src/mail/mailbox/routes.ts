import type { Core } from '@strapi/strapi';
import {
  type KeptMail,
  listMails,
  readMailFile,
  readMailSource,
} from '../../platform/mailer/adapters/mailbox-files.ts';
import { hasMailboxPage, isLocalRequest } from './exposure.ts';
import { MAILBOX_PATH, mailboxPage, mailPage, missingPage } from './page.ts';
import { MAILBOX_STYLE } from './style.ts';

const LISTED = 200;

/** The part of Koa's context used here. */
interface PageContext {
  params: Readonly<Record<string, string>>;
  get(header: string): string;
  set(headers: Record<string, string>): void;
  status: number;
  type: string;
  body: unknown;
}
type Handler = (context: PageContext) => Promise<void>;

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'cross-origin-resource-policy': 'same-origin',
};
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The mail itself is of nobody's origin, runs nothing and asks nothing; its links open windows of their own. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * Opens the page that lists what was written to the local mailbox, to whoever sits at this machine; see
 * `exposure.ts`. It has no sign-in: whoever may read it may read the files.
 */
export function registerMailboxPage(
  strapi: Core.Strapi,
  settings: Parameters<typeof hasMailboxPage>[0] & { mailFolder: string },
): void {
  if (!hasMailboxPage(settings)) return;
  const folder = settings.mailFolder;
  const open = (path: string, handler: Handler) => {
    strapi.server.router.get(MAILBOX_PATH + path, async (context: PageContext) => {
      if (!isLocalRequest((name) => context.get(name))) return;
      context.set({ ...HEADERS, 'content-security-policy': PAGE_POLICY });
      await handler(context);
    });
  };

  open('', async (context) => {
    answer(context, 'html', mailboxPage(await listMails(folder, LISTED)));
  });
  open('/style.css', async (context) => {
    answer(context, 'css', MAILBOX_STYLE);
  });
  open('/:name', (context) => show(context, folder, (mail) => answer(context, 'html', mailPage(mail))));
  open('/:name/html', (context) =>
    show(context, folder, (mail) => {
      context.set({ 'content-security-policy': MAIL_POLICY, 'x-frame-options': 'SAMEORIGIN' });
      answer(context, 'html', mail.html);
    }),
  );
  open('/:name/source', (context) =>
    show(context, folder, async ({ name }) => {
      context.set({ 'content-disposition': `attachment; filename="${name}.eml"` });
      answer(context, 'message/rfc822', await readMailSource(folder, name));
    }),
  );
}

async function show(
  context: PageContext,
  folder: string,
  answerWith: (mail: KeptMail) => void | Promise<void>,
): Promise<void> {
  const mail = await readMailFile(folder, context.params.name ?? '');
  if (mail !== null) return answerWith(mail);
  answer(context, 'html', missingPage());
  context.status = 404;
}

function answer(context: PageContext, type: string, body: unknown): void {
  context.type = type;
  context.body = body;
}
