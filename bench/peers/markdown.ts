/**
 * Writes a text of ours as its editor would in Markdown: paragraphs, headings, lists, emphasis and links.
 * Tables, quotes, callouts and figures stay HTML, which Markdown lets through.
 *
 * @param html what our blocks rendered: one element after the other, none of the above nested in itself.
 */
export function markdownOf(html: string): string {
  // What stands inside another element is not a block of the text.
  const blocks = /<(aside|figure|div|blockquote|section)\b[^>]*>.*?<\/\1>|<(p|h[2-4]|ul|ol)>(.*?)<\/\2>/gs;
  return html
    .replace(/\n\s*\n/g, '\n')
    .replace(blocks, (whole, _: string | undefined, tag: string | undefined, inner: string) =>
      tag === undefined ? `\n\n${whole}\n\n` : `\n\n${blockOf(tag, inner)}\n\n`,
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function blockOf(tag: string, inner: string): string {
  const text = inlineOf(inner);
  if (tag === 'p') return text;
  if (tag.startsWith('h')) return `${'#'.repeat(Number(tag.slice(1)))} ${text}`;
  const marker = tag === 'ol' ? '1.' : '-';
  return [...text.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => `${marker} ${item}`).join('\n');
}

const inlineOf = (html: string) =>
  html
    .replace(/<strong>(.*?)<\/strong>/gs, '**$1**')
    .replace(/<em>(.*?)<\/em>/gs, '*$1*')
    .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, '[$2]($1)');
