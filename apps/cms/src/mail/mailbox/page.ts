import { DEFAULT_LOCALE } from '@passerelle/contracts';
import type { KeptMail } from '../../platform/mailer/adapters/mailbox-files.ts';
import type { Mailbox } from '../../platform/mailer/domain/mailbox.ts';
import { mailTexts, timeText } from '../i18n/texts.ts';
import { type Markup, markup } from '../markup.ts';

/** Where the pages are, on the CMS. */
export const MAILBOX_PATH = '/__mail';

const texts = mailTexts(DEFAULT_LOCALE).mailbox;

/** The list, newest first. */
export function mailboxPage(mails: readonly KeptMail[]): string {
  const rows = mails.map(
    (mail) => markup`
      <li>
        <a href="${MAILBOX_PATH}/${mail.name}">${mail.subject}</a>
        <p>${texts.to} ${addressText(mail.to)} · <time datetime="${mail.at}">${timeOf(mail)}</time></p>
      </li>`,
  );
  const list = mails.length === 0 ? markup`<p>${texts.empty}</p>` : markup`<ol>${rows}</ol>`;
  return page(texts.title, markup`<h1>${texts.title}</h1><p>${texts.explanation}</p>${list}`);
}

/** One mail: as it looks, as plain text, its headers. */
export function mailPage(mail: KeptMail): string {
  const path = `${MAILBOX_PATH}/${mail.name}`;
  return page(
    mail.subject,
    markup`
      <p><a href="${MAILBOX_PATH}">← ${texts.back}</a></p>
      <h1>${mail.subject}</h1>
      <p>${texts.to} ${addressText(mail.to)} · <time datetime="${mail.at}">${timeOf(mail)}</time> ·
        <a href="${path}/source">${texts.source}</a></p>
      <h2 id="preview">${texts.preview}</h2>
      <iframe src="${path}/html" title="${texts.preview}" aria-labelledby="preview"
        sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
      <h2>${texts.plainText}</h2>
      <pre>${mail.text}</pre>
      <h2>${texts.headers}</h2>
      <pre>${mail.headers.join('\n')}</pre>`,
  );
}

/** What is answered where there is no mail. */
export const missingPage = (): string =>
  page(
    texts.title,
    markup`<h1>${texts.title}</h1><p>${texts.missing}</p><p><a href="${MAILBOX_PATH}">${texts.back}</a></p>`,
  );

function page(title: string, content: Markup): string {
  return markup`<!doctype html>
<html lang="${DEFAULT_LOCALE}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="stylesheet" href="${MAILBOX_PATH}/style.css">
  </head>
  <body><main>${content}</main></body>
</html>
`.html;
}

const addressText = ({ name, address }: Mailbox): string => (name === '' ? address : `${name} <${address}>`);

const timeOf = ({ at }: KeptMail): string => timeText(DEFAULT_LOCALE, new Date(at));
