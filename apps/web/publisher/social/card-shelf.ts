import type { Question } from '../../src/published/question.ts';
import type { AskedCard } from '../../src/published/read-graph.ts';
import { questionOf, type Recorder } from '../../src/published/recorder.ts';
import { plainPath } from '../../src/published/renditions.ts';
import { type SocialCard, socialPath } from '../../src/published/social-card.ts';

/** A card, and what it is of: an article, or the site itself when `id` is null. */
interface ShelvedCard {
  card: SocialCard;
  of: { locale: string; id: string | null };
}

/** The cards of the social images that pages name, by the path of the image. */
export type SocialCards = ReadonlyMap<string, ShelvedCard>;

/** Reads the cards that pages have asked for; one whose digest is known is not read again. */
export function cardShelf(recorder: Recorder) {
  let shelf: SocialCards = new Map();

  function read(question: Question): ShelvedCard | undefined {
    const answer = recorder.askFor(new Map())(question);
    if (question[0] !== 'social' || typeof answer !== 'string') return undefined;
    // Written by `socialCard`, read back as it is.
    return { card: JSON.parse(answer), of: { locale: question[1], id: question[2] } };
  }

  return {
    /** @returns the cards asked for now; those asked for before and no more are forgotten. */
    take(asked: Iterable<AskedCard>): SocialCards {
      const next = new Map<string, ShelvedCard>();
      for (const { key, digest } of asked) {
        if (digest === '') continue;
        const path = socialPath(digest);
        const card = shelf.get(path) ?? read(questionOf(key));
        if (card) next.set(path, card);
      }
      shelf = next;
      return shelf;
    },
  };
}

/** What a release says of its social images: their paths, and with each the file that stands in until it is drawn. */
export const socialOf = (cards: SocialCards): Record<string, string | null> =>
  Object.fromEntries(
    [...cards].map(([path, { card }]) => [path, card.cover === null ? null : plainPath(card.cover.name)]),
  );
