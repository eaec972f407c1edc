import node from 'file:///work/main/node_modules/.pnpm/@astrojs+node@11.1.6_astro@7.3.5_@types+node@24.19.2_jiti@2.7.0_terser@5.51.2_yaml@2.9.1__supports-color@8.1.1/node_modules/@astrojs/node/dist/index.js';
import { defineConfig } from 'astro/config';
export default defineConfig({
  adapter: node({ mode: 'standalone' }),
  trailingSlash: 'always',
  compressHTML: false,
});
