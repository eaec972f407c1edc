/** Reached with an API token that has been given the action; there is no public role. */
export default {
  routes: [
    { method: 'GET', path: '/site/revision', handler: 'site.revision' },
    { method: 'GET', path: '/site/entries', handler: 'site.entries' },
    { method: 'GET', path: '/site/changes', handler: 'site.changes' },
    { method: 'POST', path: '/site/releases', handler: 'site.report' },
  ],
};
