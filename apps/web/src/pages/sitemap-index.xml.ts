export { sitemapIndexRoute as GET } from '../features/sitemaps/endpoint.ts';
