const PRODUCT = 'Passerelle';

/** The title a page of the admin should have, from the one Strapi gives it: its last part names the product. */
export function productTitle(title: string): string {
  const page = title.split(' | ')[0]?.trim() ?? '';
  return page === '' || page.startsWith('Strapi') || page === PRODUCT ? PRODUCT : `${page} | ${PRODUCT}`;
}

/** Names the product in the browser's title bar. Strapi writes its own name there and has no setting for it. */
export function keepProductTitle(page: Document): void {
  const rename = () => {
    const title = productTitle(page.title);
    if (page.title !== title) page.title = title;
  };
  rename();
  new MutationObserver(rename).observe(page.head, { childList: true, characterData: true, subtree: true });
}
