import type { AstroAdapter, AstroIntegration } from 'astro';

const adapter: AstroAdapter = {
  name: '@passerelle/engine',
  entrypointResolution: 'auto',
  serverEntrypoint: new URL('./entry.ts', import.meta.url),
  adapterFeatures: { buildOutput: 'server' },
  supportedAstroFeatures: {
    staticOutput: 'stable',
    hybridOutput: 'stable',
    serverOutput: 'stable',
    sharpImageService: 'stable',
  },
};

/** The adapter of this site: its server entry exports the Astro app, which the publisher and the server call. */
export function passerelleAdapter(): AstroIntegration {
  return {
    name: '@passerelle/engine',
    hooks: { 'astro:config:done': ({ setAdapter }) => setAdapter(adapter) },
  };
}
