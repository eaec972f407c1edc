/** Reached with the web server's API token; there is no public role. */
export default {
  routes: [
    { method: 'GET', path: '/inquiry-files/invitation', handler: 'visitor-files.look' },
    { method: 'POST', path: '/inquiry-files', handler: 'visitor-files.receive' },
  ],
};
