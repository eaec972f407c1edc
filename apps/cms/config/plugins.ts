/** The longest an upload may be, in bytes. */
const UPLOAD_LIMIT = 20 * 1024 * 1024;

export default {
  upload: {
    config: {
      sizeLimit: UPLOAD_LIMIT,
      // Raster images and PDF: no format a browser would run as a page of this origin.
      security: {
        allowedTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'application/pdf'],
      },
      // The site makes its own sizes from the original.
      breakpoints: {},
    },
  },
};
