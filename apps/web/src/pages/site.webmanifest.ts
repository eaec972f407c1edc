import { manifestRoute } from '../features/manifest/endpoint.ts';

export const GET = manifestRoute('fr-CA');
