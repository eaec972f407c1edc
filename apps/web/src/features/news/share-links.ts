/** A link by which a reader hands a page on. */
export interface ShareLink {
  /** The name of the service; null for a mail, which has another name in each language. */
  service: string | null;
  href: string;
}

/** Plain links: nothing is asked of these services before one is followed. */
export function shareLinks(title: string, address: string): ShareLink[] {
  const [subject, url] = [encodeURIComponent(title), encodeURIComponent(address)];
  return [
    { service: null, href: `mailto:?subject=${subject}&body=${url}` },
    { service: 'WhatsApp', href: `https://wa.me/?text=${url}` },
    { service: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
  ];
}
