export { robotsRoute as GET } from '../features/sitemaps/endpoint.ts';
