import type { InlineNode, RichText, RichTextNode } from '@passerelle/contracts';

/** What an archived digest says of an article. */
export interface ArchivedArticle {
  title: string;
  dek: string | null;
  /** A path of the site. */
  path: string;
  correction: string | null;
}

/** A digest's articles, then those that were corrected, below a heading of their own. */
export function articlesBody(
  articles: readonly ArchivedArticle[],
  corrected: readonly ArchivedArticle[],
  correctedHeading: string,
): RichText {
  return [
    ...articles.flatMap(({ title, dek, path }) => [
      heading(2, [link(path, title)]),
      ...(dek === null ? [] : [paragraph([text(dek)])]),
    ]),
    ...(corrected.length === 0 ? [] : [heading(2, [text(correctedHeading)])]),
    ...corrected.flatMap(({ title, correction, path }) => [
      heading(3, [link(path, title)]),
      ...(correction === null ? [] : [paragraph([text(correction)])]),
    ]),
  ];
}

/** Where the mail's own words end and who writes begins (RFC 3676, 4.3). */
const SIGNATURE = '\n-- \n';

/**
 * The plain text of a mail as rich text, without who writes and without what has a reader's own link: of those nothing
 * is kept. Paragraphs are set apart by empty lines; addresses of the web become links.
 *
 * @param slot finds where a reader's own link belongs.
 */
export function textBody(mail: string, slot: RegExp): RichText {
  const [words = ''] = mail.replace(/\r\n/g, '\n').split(SIGNATURE);
  return words
    .split(/\n{2,}/)
    .map((part) =>
      part
        .split('\n')
        .filter((line) => !slot.test(line))
        .join('\n')
        .trim(),
    )
    .filter((part) => part !== '')
    .map((part) => paragraph(linked(part)));
}

/** Ends before what ends a sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

const linked = (words: string): InlineNode[] =>
  words
    .split(ADDRESS)
    .filter((piece) => piece !== '')
    .map((piece) => (ADDRESS.test(piece) ? link(piece, piece) : text(piece)));

const text = (words: string): InlineNode => ({ type: 'text', text: words });
const link = (url: string, words: string): InlineNode => ({
  type: 'link',
  url,
  children: [{ type: 'text', text: words }],
});
const paragraph = (children: InlineNode[]): RichTextNode => ({ type: 'paragraph', children });
const heading = (level: number, children: InlineNode[]): RichTextNode => ({
  type: 'heading',
  level,
  children,
});
