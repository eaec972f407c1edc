import { newsSitemapRoute } from '../features/sitemaps/endpoint.ts';

// What is news depends on the hour it is asked for, so this is answered on demand.
export const prerender = false;

export const GET = newsSitemapRoute(() => new Date());
