import { type Article, type Author, articlePath } from '@passerelle/contracts';
import type { Graph, ImageObject, NewsArticle, Organization, Person } from 'schema-dts';
import { breadcrumbList, organizationId, publisherOf } from '../../layouts/structured-data.ts';
import type { PlainImage } from '../../published/published.ts';
import type { ArticleView } from './article-view.ts';

function authorNode(author: Author): Person | Organization {
  return author.type === 'Person'
    ? { '@type': 'Person', name: author.name, ...(author.role === null ? {} : { jobTitle: author.role }) }
    : { '@type': 'Organization', name: author.name };
}

function imageObject({ src, width, height }: PlainImage, site: URL): ImageObject {
  return {
    '@type': 'ImageObject',
    url: new URL(src, site).href,
    width: String(width),
    height: String(height),
  };
}

function newsArticle(article: Article, view: ArticleView, site: URL): NewsArticle {
  const url = new URL(articlePath(article.locale, article.slug), site).href;
  const { cover, social, authors, category, tags, programmes } = view;
  return {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    url,
    headline: article.title,
    ...(article.dek === null ? {} : { description: article.dek }),
    inLanguage: article.locale,
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt,
    isAccessibleForFree: true,
    author: authors.length > 0 ? authors.map(authorNode) : [{ '@id': organizationId(site) }],
    publisher: publisherOf(view.organization, site),
    image: [cover, social].filter((image) => image !== undefined).map((image) => imageObject(image, site)),
    ...(category ? { articleSection: category.name } : {}),
    ...(tags.length > 0 ? { keywords: tags } : {}),
    ...(programmes.length > 0
      ? { about: programmes.map(({ programme }) => ({ '@type': 'Thing', name: programme.name })) }
      : {}),
    ...(article.sources.length > 0
      ? {
          citation: article.sources.map((source) => ({
            '@type': 'CreativeWork',
            name: source.title,
            url: source.url,
            publisher: { '@type': 'Organization', name: source.publisher },
          })),
        }
      : {}),
    ...(article.corrections.length > 0
      ? {
          correction: article.corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            datePublished: date,
            text,
          })),
        }
      : {}),
  };
}

/** Schema.org data of an article's page (N9). */
export function articleGraph(article: Article, view: ArticleView, site: URL): Graph {
  const self = { label: article.title, path: articlePath(article.locale, article.slug) };
  return {
    '@context': 'https://schema.org',
    '@graph': [newsArticle(article, view, site), breadcrumbList([...view.crumbs, self], site)],
  };
}
