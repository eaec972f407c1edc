import type { Published } from '../published/published.ts';
import { CLOSED_POLL, HOME_POLL, OPEN_POLL } from './poll-samples.ts';
import { CONSULTANT, PICTURE } from './samples.ts';

const POLLS = [OPEN_POLL, HOME_POLL, CLOSED_POLL];

/** The published content, with samples where a component looks something up: so none depends on what is published. */
export function sampled(published: Published): Published {
  return {
    ...published,
    consultants: () => [CONSULTANT],
    offersQuebec: () => true,
    hasGuide: () => true,
    poll: (_, documentId) => POLLS.find((poll) => poll.documentId === documentId),
    image: () => PICTURE,
  };
}
