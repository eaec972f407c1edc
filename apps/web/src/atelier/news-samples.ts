import type { Article, Category } from '@passerelle/contracts';
import type { ArticleView } from '../features/news/article-view.ts';
import type { ArticleCard } from '../published/published.ts';
import type { NewsCardView } from '../ui/news-card.ts';
import { PROGRAMME } from './programme-samples.ts';
import { identified, LOCALE, PICTURE, SOURCE } from './samples.ts';

/** What the atelier's news are shown with. */

export const CARD: NewsCardView = {
  path: '#cartes',
  title: 'Ce qui change pour les diplômés du Québec',
  dek: 'Les conditions, les dates et ce qu’il faut préparer, avec les sources officielles.',
  category: 'Études',
  publishedAt: '2026-11-02T14:00:00Z',
  date: '2 novembre 2026',
  image: PICTURE,
  notice: null,
};

export const LONG_CARD: NewsCardView = {
  ...CARD,
  title: 'Régionalisation\u00a0: anticonstitutionnellement et autres mots qui ne tiennent sur aucune ligne',
  dek: 'Un chapeau si long qu’il faut le couper après trois lignes, car une liste se parcourt du regard et ne se lit pas\u00a0: la suite attend dans l’article, à un clic d’ici, avec tout ce qui ne pouvait pas tenir dans cette carte.',
  image: null,
  notice: 'Un article plus récent remplace celui-ci',
};

export const SUCCESSOR: ArticleCard = {
  ...identified('s'),
  slug: 'exemple',
  title: 'Un article plus récent',
  dek: null,
  cover: null,
  category: null,
  publishedAt: CARD.publishedAt,
  modifiedAt: CARD.publishedAt,
  superseded: false,
  noindex: false,
};

export const CATEGORY: Category = {
  kind: 'category',
  ...identified('h'),
  slug: 'exemple',
  name: 'Études',
  description: 'Permis, établissements et ce qui suit le diplôme.',
};

export const FACTS: Pick<ArticleView, 'verified' | 'effective' | 'programmes'> = {
  verified: 'Vérifié le 2\u00a0novembre\u00a02026',
  effective: 'En vigueur le 15\u00a0janvier\u00a02027',
  programmes: [
    { programme: PROGRAMME, since: 'depuis le 30\u00a0juin\u00a02026', verified: null },
    { programme: { ...PROGRAMME, status: 'open', source: null }, since: null, verified: null },
  ],
};

export const ARTICLE: Pick<Article, 'locale' | 'corrections' | 'sources'> = {
  locale: LOCALE,
  corrections: [{ date: '2026-11-03', text: 'Une date était fausse\u00a0; la voici juste.' }],
  sources: [SOURCE, { ...SOURCE, title: 'A source in its own language', lang: 'en' }],
};

export const TAGS = ['diplômés', 'travail'];
