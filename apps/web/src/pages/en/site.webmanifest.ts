import { manifestRoute } from '../../features/manifest/endpoint.ts';

export const GET = manifestRoute('en-CA');
