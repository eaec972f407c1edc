const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address a link may have, or null when it leads nowhere a reader should be sent.
 *
 * The contract has refused such addresses already; a page is the last place where one can still be
 * stopped. `/\host` counts as `//host`, because browsers read it so.
 */
export function safeHref(href: string): string | null {
  if (/^#[^\s]*$/.test(href) || /^\/(?![/\\])[^\s]*$/.test(href)) return href;
  if (!URL.canParse(href)) return null;
  // Parsing drops the tabs and line ends that browsers ignore too, so the scheme is the one they would follow.
  const { protocol, href: whole } = new URL(href);
  return SCHEMES.has(protocol) ? whole : null;
}
