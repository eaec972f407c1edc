/** Reached with the web server's token; there is no public role. */
export default {
  routes: [
    { method: 'GET', path: '/newsletter/:token', handler: 'subscriber.read' },
    { method: 'GET', path: '/newsletter/:token/data', handler: 'subscriber.data' },
  ],
};
