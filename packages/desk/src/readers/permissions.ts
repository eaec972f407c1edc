/** Any of these opens the page; the service asks again at each request. */
export const READER_PERMISSIONS = ['look', 'import', 'export'].map((action) => ({
  action: `api::reader-desk.${action}`,
  subject: null,
}));
