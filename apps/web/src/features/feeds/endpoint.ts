import type { Category, Locale } from '@passerelle/contracts';
import type { APIContext, APIRoute } from 'astro';
import { FEED_TYPE, type FeedFormat } from '../../i18n/routes.ts';
import { siteOf } from '../../layouts/site.ts';
import { archiveFeed } from './archive-feed.ts';
import { atom } from './atom.ts';
import { type Feed, newsFeed } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { roundsFeed } from './rounds-feed.ts';
import { rss } from './rss.ts';

const WRITE: Record<FeedFormat, (feed: Feed) => string> = { rss, atom, json: jsonFeed };

function answer({ locals, site }: APIContext, locale: Locale, format: FeedFormat, category?: Category) {
  return written(newsFeed(locals.published, siteOf(site), locale, category), format);
}

function written(feed: Feed, format: FeedFormat): Response {
  return new Response(WRITE[format](feed), {
    headers: { 'content-type': `${FEED_TYPE[format]}; charset=utf-8` },
  });
}

/** The feed of all news. */
export const newsFeedRoute =
  (locale: Locale, format: FeedFormat): APIRoute =>
  (context) =>
    answer(context, locale, format);

/** The feed of the category that the route's `slug` names; 404 when there is none. */
export const categoryFeedRoute =
  (locale: Locale, format: FeedFormat): APIRoute =>
  (context) => {
    const category = context.locals.published.categoryBySlug(locale, context.params.slug ?? '');
    return category ? answer(context, locale, format, category) : new Response(null, { status: 404 });
  };

/** The feed of the rounds of the programme that the route's `slug` names; 404 when there is none. */
export const roundsFeedRoute =
  (locale: Locale, format: FeedFormat): APIRoute =>
  ({ locals, params, site }) => {
    const programme = locals.published.programmeBySlug(locale, params.slug ?? '');
    return programme
      ? written(roundsFeed(locals.published, siteOf(site), programme), format)
      : new Response(null, { status: 404 });
  };

/** The feed of the newsletter's archive. */
export const archiveFeedRoute =
  (locale: Locale, format: FeedFormat): APIRoute =>
  ({ locals, site }) =>
    written(archiveFeed(locals.published, siteOf(site), locale), format);
