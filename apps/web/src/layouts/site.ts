/** Public address of the site. @throws when Astro is configured without `site`. */
export function siteOf(site: URL | undefined): URL {
  if (!site) throw new Error('The public address of the site is not configured: set SITE_URL.');
  return site;
}
