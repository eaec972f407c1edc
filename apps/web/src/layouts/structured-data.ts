import { type Consultant, homePath, type Locale, type Organization } from '@passerelle/contracts';
import type { BreadcrumbList, Person, ProfessionalService, WebSite } from 'schema-dts';
import { messages } from '../i18n/index.ts';
import type { Crumb } from '../ui/crumb.ts';

/** Node identifiers of schema.org data: stable, and the same on every page that names the node. */
export const organizationId = (site: URL) => new URL('/#organization', site).href;
const websiteId = (site: URL, locale: Locale) => new URL(`${homePath(locale)}#website`, site).href;

/** The practice in full, as its own pages say it. */
export function professionalService(
  organization: Organization,
  consultants: readonly Consultant[],
  site: URL,
): ProfessionalService {
  const { address, locale } = organization;
  return {
    '@type': 'ProfessionalService',
    '@id': organizationId(site),
    name: organization.tradeName,
    legalName: organization.legalName,
    slogan: organization.tagline,
    url: new URL(homePath(organization.locale), site).href,
    telephone: organization.telephone,
    email: organization.email,
    identifier: { '@type': 'PropertyValue', propertyID: 'NEQ', value: organization.neq },
    address: {
      '@type': 'PostalAddress',
      streetAddress: address.street,
      addressLocality: address.city,
      addressRegion: address.province,
      postalCode: address.postalCode,
      addressCountry: address.country,
    },
    sameAs: organization.socials.map(({ url }) => url),
    employee: consultants.map((consultant) => consultantNode(consultant, locale)),
  };
}

function consultantNode(
  { name, licenceClass, licenceNumber, languages }: Consultant,
  locale: Locale,
): Person {
  const { classes, licenceTitle } = messages(locale).consultants;
  return {
    '@type': 'Person',
    name,
    jobTitle: classes[licenceClass].short,
    identifier: { '@type': 'PropertyValue', propertyID: licenceTitle, value: licenceNumber },
    knowsLanguage: [...languages],
  };
}

/** The practice as other pages name it: by its identifier, with what a reader of that page alone needs. */
export function publisherOf(organization: Organization, site: URL): ProfessionalService {
  return {
    '@type': 'ProfessionalService',
    '@id': organizationId(site),
    name: organization.tradeName,
    url: new URL(homePath(organization.locale), site).href,
  };
}

export function webSite(organization: Organization, site: URL): WebSite {
  return {
    '@type': 'WebSite',
    '@id': websiteId(site, organization.locale),
    url: new URL(homePath(organization.locale), site).href,
    name: organization.tradeName,
    description: organization.tagline,
    inLanguage: organization.locale,
    publisher: { '@id': organizationId(site) },
  };
}

export function breadcrumbList(crumbs: readonly Crumb[], site: URL): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: new URL(path, site).href,
    })),
  };
}

/** The first crumb of every trail. */
export function homeCrumb(locale: Locale): Crumb {
  return { label: messages(locale).site.home, path: homePath(locale) };
}
