/** An editor at the CMS, by the same requests that the admin's buttons send. */
export interface Editor {
  /** Saves a new title and publishes. @returns the path of the article's page. */
  publishTitle(documentId: string, title: string): Promise<void>;
  /** Published French articles: their document ids and slugs. */
  articles(limit: number): Promise<{ documentId: string; slug: string }[]>;
}

const ARTICLES = '/content-manager/collection-types/api::article.article';

export async function signIn(environment: Record<string, string>): Promise<Editor> {
  const { CMS_URL, ADMIN_EMAIL, ADMIN_PASSWORD } = environment;
  const signedIn = await fetch(`${CMS_URL}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ADMIN_EMAIL, password: ADMIN_PASSWORD }),
  });
  if (!signedIn.ok) throw new Error(`The CMS refused the sign-in: ${signedIn.status}`);
  const { data } = (await signedIn.json()) as { data: { token: string } };

  async function ask(path: string, method = 'GET', body?: object): Promise<unknown> {
    const response = await fetch(`${CMS_URL}${path}`, {
      method,
      headers: { authorization: `Bearer ${data.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return await response.json();
  }

  return {
    async publishTitle(documentId, title) {
      await ask(`${ARTICLES}/${documentId}/actions/publish?locale=fr-CA`, 'POST', { title });
    },
    async articles(limit) {
      const page = (await ask(`${ARTICLES}?page=1&pageSize=${limit}&locale=fr-CA&sort=id:ASC`)) as {
        results: { documentId: string; slug: string }[];
      };
      return page.results.map(({ documentId, slug }) => ({ documentId, slug }));
    },
  };
}
