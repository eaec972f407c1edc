import type { Category, Focus, Locale, Organization } from '@passerelle/contracts';
import type { ArticleCard } from './published.ts';
import { type Answer, type Ask, idsIn } from './question.ts';
import type { Picture } from './renditions.ts';

/** Raise it when the cards are to look different: every one gets a new name and is drawn again. */
const TEMPLATE = 1;

/** In pixels: the shape that Open Graph and Twitter cards show whole. */
export const SOCIAL_SIZE = { width: 1_200, height: 630 } as const;

/** Everything a social image is drawn from, and nothing else: the same card, the same image. */
export interface SocialCard {
  template: number;
  locale: Locale;
  title: string;
  category: string | null;
  tradeName: string;
  cover: { name: string; focus: Focus | null } | null;
}

/** Where the image of a card is; `digest` is that of the card's text, as the record of reads has it. */
export const socialPath = (digest: string) => `/social/${digest}.jpg`;

/** The card of an article, or the site's own when `id` is null, as text; null when there is nothing to show. */
export function socialCard(locale: Locale, id: string | null, ask: Ask): string | null {
  const [organizationId = ''] = idsIn(ask(['ids', 'organization', locale]));
  const organization = stored<Organization>(ask(['entry', 'organization', organizationId, locale]));
  if (!organization) return null;
  const { tradeName, tagline } = organization;
  const given = id === null ? { title: tagline, category: null, cover: null } : articlePart(locale, id, ask);
  return given && JSON.stringify({ template: TEMPLATE, locale, tradeName, ...given } satisfies SocialCard);
}

function articlePart(
  locale: Locale,
  id: string,
  ask: Ask,
): Pick<SocialCard, 'title' | 'category' | 'cover'> | null {
  const article = stored<ArticleCard>(ask(['card', locale, id]));
  if (!article) return null;
  const { title, cover } = article;
  const category =
    article.category === null
      ? undefined
      : stored<Category>(ask(['entry', 'category', article.category, locale]));
  const picture = cover === null ? undefined : stored<Picture>(ask(['asset', cover.url]));
  return {
    title,
    category: category?.name ?? null,
    cover: picture ? { name: picture.name, focus: cover?.focus ?? null } : null,
  };
}

// The snapshot holds what the contract has parsed, or what was made of that; it is read back as that type.
const stored = <T>(answer: Answer): T | undefined =>
  typeof answer === 'string' ? JSON.parse(answer) : undefined;
