import { articlePath } from '@passerelle/contracts';
import { longDate } from '../i18n/dates.ts';
import { messages } from '../i18n/index.ts';
import type { ArticleCard, Published, SiteImage } from '../published/published.ts';

/** An article in a list, ready to be shown. */
export interface NewsCardView {
  path: string;
  title: string;
  dek: string | null;
  category: string | null;
  publishedAt: string;
  date: string;
  image: SiteImage | null;
  /** Said of an article that a newer one replaces; null otherwise. */
  notice: string | null;
}

export function newsCardView(published: Published, card: ArticleCard): NewsCardView {
  const { locale, category, cover } = card;
  return {
    path: articlePath(locale, card.slug),
    title: card.title,
    dek: card.dek,
    category: category === null ? null : (published.category(locale, category)?.name ?? null),
    publishedAt: card.publishedAt,
    date: longDate(locale, card.publishedAt),
    image: cover === null ? null : (published.image(cover) ?? null),
    notice: card.superseded ? messages(locale).news.superseded : null,
  };
}
