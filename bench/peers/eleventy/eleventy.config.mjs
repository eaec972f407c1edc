const LONG_DATE = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'America/Toronto' });
const PER_PAGE = 12;
const PER_FEED = 20;

/** The pages of a list, the newest articles first. */
function pagesOf(items, folder, title, dek) {
  const count = Math.max(1, Math.ceil(items.length / PER_PAGE));
  const urlOf = (number) => (number === 1 ? folder : `${folder}page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    title,
    dek,
    number: index + 1,
    url: urlOf(index + 1),
    newer: index > 0 ? urlOf(index) : null,
    older: index + 1 < count ? urlOf(index + 2) : null,
    items: items.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  }));
}

const newestFirst = (a, b) => (a.data.publishedAt < b.data.publishedAt ? 1 : -1);

/** The lists of all articles and of each category, as `of(items, folder, title, dek)` makes them. */
function perList(api, of) {
  const items = api.getFilteredByTag('article').sort(newestFirst);
  const byCategory = Map.groupBy(items, (item) => item.data.categorySlug);
  return [
    ...of(items, '/nouvelles/', 'Nouvelles', 'Toutes les nouvelles.'),
    ...[...byCategory].flatMap(([slug, ofCategory]) => {
      const name = ofCategory[0].data.category;
      return of(ofCategory, `/nouvelles/categorie/${slug}/`, name, name);
    }),
  ];
}

export default function configure(eleventy) {
  eleventy.addFilter('longDate', (at) => LONG_DATE.format(new Date(at)));
  eleventy.addFilter('httpDate', (at) => new Date(at).toUTCString());
  eleventy.addCollection('bySlug', (api) =>
    Object.fromEntries(api.getFilteredByTag('article').map((item) => [item.fileSlug, item])),
  );
  eleventy.addCollection('lists', (api) => perList(api, pagesOf));
  eleventy.addCollection('feeds', (api) =>
    perList(api, (items, folder, title) => [
      { title, url: `${folder}rss.xml`, items: items.slice(0, PER_FEED) },
    ]),
  );
  eleventy.setQuietMode(true);
}

// Bodies hold no template language; layouts and lists do.
export const config = {
  dir: { input: 'content', output: 'out', includes: '../layouts', data: '../data' },
  htmlTemplateEngine: false,
  markdownTemplateEngine: false,
  templateFormats: ['html', 'md', 'njk'],
};
