import { env } from '../src/env.ts';

export default () => [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: false,
        // Strings, since Strapi would fill lists up with the entries of its own.
        directives: {
          'default-src': "'self'",
          'script-src': "'self'",
          // The admin styles itself at run time (styled-components).
          'style-src': "'self' 'unsafe-inline'",
          'img-src': "'self' data: blob:",
          'media-src': "'self' data: blob:",
          'font-src': "'self' data:",
          'connect-src': "'self'",
          'worker-src': "'self' blob:",
          'frame-src': `'self' ${env().SITE_URL}`,
          'frame-ancestors': "'none'",
          'form-action': "'self'",
          'base-uri': "'self'",
          'object-src': "'none'",
        },
      },
      frameguard: { action: 'deny' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-site' },
      referrerPolicy: { policy: 'same-origin' },
      hsts: env().CMS_URL.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: false },
    },
  },
  {
    name: 'strapi::cors',
    config: { origin: [env().CMS_URL], credentials: true, maxAge: 600, keepHeadersOnError: false },
  },
  'strapi::query',
  'global::broken-forms',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '2mb',
      formLimit: '64kb',
      textLimit: '64kb',
      formidable: { maxFileSize: 20 * 1024 * 1024 },
    },
  },
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'favicon.png' } },
  'strapi::public',
];
