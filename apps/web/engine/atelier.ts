import type { AstroIntegration } from 'astro';

/** Where every component of the site is shown in every state, to those who work on it. */
const ATELIER = '/atelier/';

/** Adds the atelier to `astro dev`. No build knows its route, so that no release has it and the server says 404. */
export function atelier(): AstroIntegration {
  return {
    name: '@passerelle/atelier',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({
          pattern: ATELIER,
          entrypoint: new URL('../src/atelier/Atelier.astro', import.meta.url),
        });
      },
    },
  };
}
