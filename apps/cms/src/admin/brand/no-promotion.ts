/** `strapi.uuid` in package.json, by which Strapi tells projects apart in a browser. */
const PROJECT = 'passerelle';

/** Strapi's banners that are closed beforehand: they advertise releases and trials to editors. */
const BANNERS = ['STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false'];

/** Shows nobody Strapi's banners. There is no setting for them: the browser is told that they were closed. */
export function closeBanners(storage: Pick<Storage, 'setItem'>): void {
  for (const banner of BANNERS) storage.setItem(`${banner}:${PROJECT}`, 'true');
}

const MARKETPLACE = 'admin::marketplace.read';

interface Permission {
  action: string;
}
type Next<P> = (permissions: P[]) => Promise<P[]> | P[];

/** Leaves the link to Strapi's marketplace out of the menu; whoever administers the site adds no plugins there. */
export function withoutMarketplace() {
  return <P extends Permission>(next: Next<P>) =>
    (permissions: P[]) =>
      next(permissions.filter(({ action }) => action !== MARKETPLACE));
}
