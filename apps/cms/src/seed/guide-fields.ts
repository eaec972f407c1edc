import type { GuideTarget } from '@passerelle/contracts';
import { richText } from './markdown.ts';
import type { SeedOf } from './seed-schemas.ts';

type GuideText = SeedOf<'guide'>['fr-CA'];

/** The questions and pages of a guide in one language, as the document service takes them. */
export function guideFields({ questions, pages }: GuideText) {
  return {
    questions: questions.map(({ options, ...question }) => ({
      ...question,
      options: options.map(({ target, ...option }) => ({ ...option, ...wayOf(target) })),
    })),
    pages: pages.map(({ body, next, ...page }) => ({ ...page, body: richText(body), ...wayOf(next) })),
  };
}

function wayOf(target: GuideTarget | null) {
  if (target === null) return { leadsTo: 'to-end', target: null };
  return { leadsTo: `to-${target.to}`, target: target.to === 'form' ? null : target.key };
}
