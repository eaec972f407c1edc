/** Where Strapi's admin keeps the language of somebody who isn't signed in; it begins in English without it. */
const LANGUAGE_KEY = 'strapi-admin-language';

/** Opens the admin in French to whoever hasn't chosen a language in this browser. */
export function startInFrench(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  if (storage.getItem(LANGUAGE_KEY) === null) storage.setItem(LANGUAGE_KEY, 'fr');
}
