/** Reached with the web server's token; there is no public role. */
export default {
  routes: [{ method: 'GET', path: '/polls/:poll/results', handler: 'poll.results' }],
};
