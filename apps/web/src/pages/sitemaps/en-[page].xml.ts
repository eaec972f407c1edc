import { sitemapRoute } from '../../features/sitemaps/endpoint.ts';
import { publishedPaths } from '../../published/paths.ts';

export const getStaticPaths = () =>
  publishedPaths()
    .sitemaps('en-CA')
    .map((params) => ({ params }));

export const GET = sitemapRoute('en-CA');
