/** An editor at the CMS, by the same requests that the admin's buttons send. */
export interface Editor {
  /** Saves a new title and publishes. @returns the path of the article's page. */
  publishTitle(documentId: string, title: string): Promise<void>;
  /** Makes an article and publishes it. @returns its document id. */
  publishNew(fields: object): Promise<string>;
  /** Puts a photo (JPEG) into the library. @returns its id, for a field of an entry. */
  upload(photo: Buffer, name: string): Promise<number>;
  unpublish(documentId: string): Promise<void>;
  /** Renames the category with a slug. */
  renameCategory(slug: string, name: string): Promise<void>;
  /** Changes the organization's telephone, which every page shows. */
  changeTelephone(telephone: string): Promise<void>;
  /** Published French articles: their document ids and slugs. */
  articles(limit: number): Promise<{ documentId: string; slug: string }[]>;
}

const ARTICLES = '/content-manager/collection-types/api::article.article';
const CATEGORIES = '/content-manager/collection-types/api::category.category';
const ORGANIZATION = '/content-manager/single-types/api::organization.organization';

/** @returns the token of the administrator's session. */
export async function tokenOf({
  CMS_URL,
  ADMIN_EMAIL,
  ADMIN_PASSWORD,
}: Record<string, string>): Promise<string> {
  const signedIn = await fetch(`${CMS_URL}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ADMIN_EMAIL, password: ADMIN_PASSWORD }),
  });
  if (!signedIn.ok) throw new Error(`The CMS refused the sign-in: ${signedIn.status}`);
  const { data } = (await signedIn.json()) as { data: { token: string } };
  return data.token;
}

export async function signIn(environment: Record<string, string>): Promise<Editor> {
  const { CMS_URL } = environment;
  const token = await tokenOf(environment);

  async function ask(path: string, method = 'GET', body?: object): Promise<unknown> {
    const response = await fetch(`${CMS_URL}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return await response.json();
  }

  return {
    async publishTitle(documentId, title) {
      await ask(`${ARTICLES}/${documentId}/actions/publish?locale=fr-CA`, 'POST', { title });
    },
    async publishNew(fields) {
      const saved = (await ask(`${ARTICLES}?locale=fr-CA`, 'POST', fields)) as {
        data: { documentId: string };
      };
      await ask(`${ARTICLES}/${saved.data.documentId}/actions/publish?locale=fr-CA`, 'POST', fields);
      return saved.data.documentId;
    },
    async upload(photo, name) {
      const form = new FormData();
      form.set('files', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), name);
      const response = await fetch(`${CMS_URL}/upload`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      });
      if (!response.ok) throw new Error(`POST /upload: ${response.status} ${await response.text()}`);
      const [file] = (await response.json()) as { id: number }[];
      if (file === undefined) throw new Error('The library gave no file.');
      return file.id;
    },
    async unpublish(documentId) {
      await ask(`${ARTICLES}/${documentId}/actions/unpublish?locale=fr-CA`, 'POST', {});
    },
    async renameCategory(slug, name) {
      const found = (await ask(`${CATEGORIES}?locale=fr-CA&filters[slug][$eq]=${slug}`)) as {
        results: { documentId: string }[];
      };
      await ask(`${CATEGORIES}/${found.results[0]?.documentId}?locale=fr-CA`, 'PUT', { name });
    },
    async changeTelephone(telephone) {
      await ask(`${ORGANIZATION}?locale=fr-CA`, 'PUT', { telephone });
    },
    async articles(limit) {
      const page = (await ask(`${ARTICLES}?page=1&pageSize=${limit}&locale=fr-CA&sort=id:ASC`)) as {
        results: { documentId: string; slug: string }[];
      };
      return page.results.map(({ documentId, slug }) => ({ documentId, slug }));
    },
  };
}
