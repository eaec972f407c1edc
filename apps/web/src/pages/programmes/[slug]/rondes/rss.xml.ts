import { roundsFeedRoute } from '../../../../features/feeds/endpoint.ts';
import { publishedPaths } from '../../../../published/paths.ts';

export const getStaticPaths = () =>
  publishedPaths()
    .programmesWithRounds('fr-CA')
    .map((params) => ({ params }));

export const GET = roundsFeedRoute('fr-CA', 'rss');
