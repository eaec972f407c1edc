/** Reached with the web server's API token; there is no public role. */
export default {
  routes: [{ method: 'POST', path: '/person-bundle', handler: 'person-bundle.fetch' }],
};
