import { categoryFeedRoute } from '../../../../features/feeds/endpoint.ts';
import { publishedPaths } from '../../../../published/paths.ts';

export const getStaticPaths = () =>
  publishedPaths()
    .categories('fr-CA')
    .map((params) => ({ params }));

export const GET = categoryFeedRoute('fr-CA', 'json');
