import { archiveFeedRoute } from '../../../../features/feeds/endpoint.ts';

export const GET = archiveFeedRoute('en-CA', 'rss');
