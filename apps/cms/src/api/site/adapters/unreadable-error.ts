import { GUIDE_FAULTS } from '@passerelle/contracts';
import { errors } from '@strapi/utils';
import { type ProblemWord, problemSentence, ruleSentence } from '../../../i18n/messages.ts';
import { DIFFERENT_GUIDES } from '../../guide/adapters/guide-parity.ts';
import { NO_ALTERNATIVE } from '../domain/alternative-texts.ts';
import type { Problem } from '../domain/public-entry.ts';

/** Refuses a publication, with everything that is in its way. */
export function unreadableError(problems: readonly Problem[]): Error {
  const places = problems.map((problem) => ({
    path: problem.path.map(String),
    message: problemSentence(problem.place ?? problem.path, wordFor(problem)),
    name: 'ValidationError',
  }));
  const sentences = [ruleSentence('unreadable'), ...places.map(({ message }) => `— ${message}`)];
  return new errors.ValidationError(sentences.join('\n'), { code: 'unreadable', errors: places });
}

function wordFor({ code, message }: Problem): ProblemWord {
  const word = WORDS[message];
  if (word !== undefined) return word;
  if (message.startsWith('every row')) return 'cells';
  if (message.startsWith('a redirect has')) return 'target';
  switch (code) {
    case 'too_small':
      return 'short';
    case 'too_big':
      return 'long';
    case 'invalid_value':
      return 'choice';
    case 'invalid_format':
      return 'format';
    default:
      return 'missing';
  }
}

/** Marks a poll block whose poll can't be shown. */
export const UNPUBLISHED_POLL = 'unpublished-poll';
/** Marks a round whose programme isn't chosen, or isn't there in this language. */
export const UNPUBLISHED_PROGRAMME = 'unpublished-programme';
/** Marks a poll whose languages don't offer the same answers. */
export const DIFFERENT_KEYS = 'different-keys';

/** Messages that have a word of their own: ours, and those of the contract's poll and guide. */
const WORDS: Readonly<Record<string, ProblemWord>> = {
  [UNPUBLISHED_POLL]: 'poll',
  [UNPUBLISHED_PROGRAMME]: 'programme',
  [DIFFERENT_KEYS]: 'keys-differ',
  [NO_ALTERNATIVE]: 'alternative',
  'each option has a key of its own': 'keys',
  'the least is not above the most': 'least',
  'no more choices than options': 'most',
  'a poll closes after it opens': 'closing',
  [GUIDE_FAULTS.key]: 'guide-key',
  [GUIDE_FAULTS.optionKey]: 'guide-option-key',
  [GUIDE_FAULTS.start]: 'guide-start',
  [GUIDE_FAULTS.target]: 'guide-target',
  [GUIDE_FAULTS.circle]: 'guide-circle',
  [GUIDE_FAULTS.reach]: 'guide-reach',
  [DIFFERENT_GUIDES]: 'guide-differs',
};
