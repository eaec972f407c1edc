import { homePath, type Locale } from '@passerelle/contracts';
import type { APIRoute } from 'astro';
import { PAPER } from '../../layouts/paper.ts';

const icon = (src: string, size: number, purpose: 'any' | 'maskable') => ({
  src,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What a device needs to keep the site among its own programs (Web Application Manifest), in a language. */
export const manifestRoute =
  (locale: Locale): APIRoute =>
  ({ locals }) => {
    const { tradeName, tagline } = locals.published.organization(locale);
    const manifest = {
      name: tradeName,
      short_name: tradeName,
      ...(tagline ? { description: tagline } : {}),
      lang: locale,
      id: homePath(locale),
      start_url: homePath(locale),
      scope: '/',
      display: 'browser',
      theme_color: PAPER.light,
      background_color: PAPER.light,
      icons: [
        icon('/icon-192.png', 192, 'any'),
        icon('/icon-512.png', 512, 'any'),
        icon('/icon-maskable-512.png', 512, 'maskable'),
      ],
    };
    return new Response(JSON.stringify(manifest), {
      headers: { 'content-type': 'application/manifest+json' },
    });
  };
