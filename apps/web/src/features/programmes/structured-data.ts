import {
  type Organization,
  type Programme,
  programmePath,
  type Round,
  roundsPath,
} from '@passerelle/contracts';
import type { Graph } from 'schema-dts';
import { messages } from '../../i18n/index.ts';
import { FEED_TYPE, roundsFeedPath } from '../../i18n/routes.ts';
import { breadcrumbList, publisherOf } from '../../layouts/structured-data.ts';
import type { Crumb } from '../../ui/crumb.ts';

/** Schema.org data of a programme's page (N9): our page, and the public service it is about. */
export function programmeGraph(programme: Programme, crumbs: readonly Crumb[], site: URL): Graph {
  const { locale, slug, name, code, summary, authority, jurisdiction, verifiedAt } = programme;
  const path = programmePath(locale, slug);
  const url = new URL(path, site).href;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage',
        '@id': `${url}#page`,
        url,
        name,
        inLanguage: locale,
        ...(verifiedAt === null ? {} : { lastReviewed: verifiedAt }),
        about: {
          '@type': 'GovernmentService',
          name,
          alternateName: code,
          ...(summary === null ? {} : { description: summary }),
          serviceOperator: { '@type': 'GovernmentOrganization', name: authority },
          areaServed: {
            '@type': 'AdministrativeArea',
            name: messages(locale).programme.jurisdictions[jurisdiction],
          },
        },
      },
      breadcrumbList([...crumbs, { label: name, path }], site),
    ],
  };
}

/** Schema.org data of a page of rounds: a data set, its sources and where it can be had as a feed. */
export function roundsGraph(
  {
    programme,
    rounds,
    organization,
  }: { programme: Programme; rounds: readonly Round[]; organization: Organization },
  crumbs: readonly Crumb[],
  site: URL,
): Graph {
  const { locale, slug, name } = programme;
  const t = messages(locale).rounds;
  const path = roundsPath(locale, slug);
  const url = new URL(path, site).href;
  const [newest, oldest] = [rounds[0]?.date, rounds.at(-1)?.date];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Dataset',
        '@id': `${url}#dataset`,
        url,
        name: t.titleOf(name),
        description: `${t.description(name)} ${t.notice}`,
        inLanguage: locale,
        isAccessibleForFree: true,
        creator: publisherOf(organization, site),
        ...(newest === undefined ? {} : { temporalCoverage: `${oldest}/${newest}` }),
        variableMeasured: [t.invitations, t.lowestScore],
        isBasedOn: [...new Set(rounds.map(({ source }) => source.url))],
        distribution: {
          '@type': 'DataDownload',
          encodingFormat: FEED_TYPE.json,
          contentUrl: new URL(roundsFeedPath(locale, slug, 'json'), site).href,
        },
      },
      breadcrumbList([...crumbs, { label: t.title, path }], site),
    ],
  };
}
