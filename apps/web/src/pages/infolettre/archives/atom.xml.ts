import { archiveFeedRoute } from '../../../features/feeds/endpoint.ts';

export const GET = archiveFeedRoute('fr-CA', 'atom');
