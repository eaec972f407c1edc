/**
 * What is printed when everything runs.
 * @param {Record<string, string>} environment
 * @param {boolean} showPassword whether the sign-in is the generated one
 */
export function welcomeText(environment, showPassword) {
  const { CMS_URL, SITE_URL, SMTP_URL, ADMIN_EMAIL, ADMIN_PASSWORD } = environment;
  const password = showPassword ? ADMIN_PASSWORD : 'the ADMIN_PASSWORD you set';
  const signIn =
    ADMIN_EMAIL && ADMIN_PASSWORD ? `${ADMIN_EMAIL}  ${password}` : 'make the first account there';
  const mail = SMTP_URL ? 'by SMTP_URL' : `${CMS_URL}/__mail`;
  return `
Passerelle is running.

  Site      ${SITE_URL}
  Admin     ${CMS_URL}/admin
  Sign in   ${signIn}
  Mail      ${mail}

To try first:
  1. Sign in, open an article under Content Manager, change its title, press Publish, and watch the page
     at ${SITE_URL}/nouvelles/ follow.
  2. See what a page of an old site, copied to a text file, would become, without writing anything:
     npm run passerelle -- import page.txt --dry-run
  3. Go back to the release before, and forward again:
     npm run passerelle -- releases rollback, then npm run passerelle -- publish

Ctrl-C stops everything. Logs are in var/log; npm run passerelle -- doctor checks the installation.
`;
}
