import { newsFeedRoute } from '../../features/feeds/endpoint.ts';

export const GET = newsFeedRoute('fr-CA', 'json');
