import { type Programme, type Round, roundsPath } from '@passerelle/contracts';
import { longDay } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/format.ts';
import { messages } from '../../i18n/index.ts';
import { roundsFeedPath } from '../../i18n/routes.ts';
import type { Published } from '../../published/published.ts';
import { escapeMarkup } from '../../ui/escape.ts';
import { foreignLanguage } from '../../ui/foreign-language.ts';
import { safeHref } from '../../ui/href.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedId } from './feed-id.ts';

const FEED_LENGTH = 40;

/** The latest rounds of a programme. A round is known by its day alone, so it is dated at noon in UTC. */
export function roundsFeed(published: Published, site: URL, programme: Programme): Feed {
  const { locale, documentId, slug, code, name } = programme;
  const t = messages(locale);
  const { tradeName } = published.organization(locale);
  const absolute = (path: string) => new URL(path, site).href;
  const rounds = published.rounds(locale, documentId).slice(0, FEED_LENGTH);
  return {
    id: feedId('rounds', locale, documentId),
    title: t.feed.roundsTitle(tradeName, code),
    description: t.rounds.description(name),
    publisher: tradeName,
    locale,
    page: absolute(roundsPath(locale, slug)),
    self: {
      rss: absolute(roundsFeedPath(locale, slug, 'rss')),
      atom: absolute(roundsFeedPath(locale, slug, 'atom')),
      json: absolute(roundsFeedPath(locale, slug, 'json')),
    },
    updatedAt: rounds[0] ? noonOf(rounds[0]) : null,
    items: rounds.map((round) => feedItem(round, programme, site)),
  };
}

const noonOf = ({ date }: Round) => `${date}T12:00:00Z`;

function feedItem(round: Round, { locale, slug, code }: Programme, site: URL): FeedItem {
  const t = messages(locale).rounds;
  const at = noonOf(round);
  const score = round.lowestScore === null ? null : t.feedScore(numberText(locale, round.lowestScore));
  const lines = [round.stream, score, round.note].filter((line) => line !== null);
  return {
    id: feedId('round', locale, round.documentId),
    url: `${new URL(roundsPath(locale, slug), site).href}#${round.documentId}`,
    title: `${code}, ${t.feedItem(longDay(locale, round.date), numberText(locale, round.invitations))}`,
    summary: lines.length > 0 ? lines.join(' · ') : null,
    html: [...lines.map((line) => `<p>${escapeMarkup(line)}</p>`), sourceHtml(round)].join(''),
    image: null,
    authors: [],
    categories: [code],
    publishedAt: at,
    modifiedAt: at,
  };
}

function sourceHtml({ locale, source }: Round): string {
  const label = escapeMarkup(messages(locale).programme.source);
  const lang = foreignLanguage(source.lang, locale);
  const title = `<cite${lang === null ? '' : ` lang="${escapeMarkup(lang)}"`}>${escapeMarkup(source.title)}</cite>`;
  const href = safeHref(source.url);
  return `<p>${label} ${href === null ? title : `<a href="${escapeMarkup(href)}">${title}</a>`}</p>`;
}
