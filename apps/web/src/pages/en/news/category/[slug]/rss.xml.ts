import { categoryFeedRoute } from '../../../../../features/feeds/endpoint.ts';
import { publishedPaths } from '../../../../../published/paths.ts';

export const getStaticPaths = () =>
  publishedPaths()
    .categories('en-CA')
    .map((params) => ({ params }));

export const GET = categoryFeedRoute('en-CA', 'rss');
