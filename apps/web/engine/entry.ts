import { createApp } from 'astro/app/entrypoint';

/** The site as a function from a request to a response, without streaming: whole pages are what is kept. */
export const app = createApp({ streaming: false });
