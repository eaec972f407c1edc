/** Reached with the web server's API token; there is no public role. */
export default {
  routes: [
    { method: 'POST', path: '/submissions', handler: 'submission.submit' },
    { method: 'POST', path: '/submissions/sealed', handler: 'submission.sealed' },
    { method: 'POST', path: '/submissions/alarms', handler: 'submission.alarm' },
  ],
};
