import type { Guide, GuideAnswers, GuidePage, GuideQuestion, GuideTarget } from '@passerelle/contracts';

/** Answers to the guide's questions: option by question, in whatever order they were given. */
export type Answers = Readonly<Record<string, string>>;

/** A step of the guide that a visitor has come through. */
export type Passed =
  | { kind: 'question'; question: GuideQuestion; option: GuideQuestion['options'][number] }
  | { kind: 'page'; page: GuidePage };

/** The way that answers lead, and where it stands: at a question that is open, at a page that ends it, or at the form. */
export interface Trail {
  passed: Passed[];
  end: { at: 'question'; question: GuideQuestion } | { at: 'page'; page: GuidePage } | { at: 'form' };
}

/**
 * Follows the answers through the guide as it is now. An answer whose question or option is no longer there is as if
 * it had not been given: its question is asked again, and all others stay.
 */
export function trailOf(guide: Guide, answers: Answers): Trail {
  const passed: Passed[] = [];
  let target: GuideTarget = { to: 'question', key: guide.start };
  // A guide has no circles (`guideSchema`), so the way ends.
  while (target.to !== 'form') {
    const step = stepOf(guide, target.key);
    if (!step) throw new Error('A guide leads to a step that it does not have.');
    if (step.kind === 'page') {
      if (step.page.next === null) return { passed, end: { at: 'page', page: step.page } };
      passed.push(step);
      target = step.page.next;
      continue;
    }
    const { question } = step;
    const option = question.options.find(({ key }) => key === answers[question.key]);
    if (!option) return { passed, end: { at: 'question', question } };
    passed.push({ kind: 'question', question, option });
    target = option.target;
  }
  return { passed, end: { at: 'form' } };
}

/** A step by its key; null when the guide has none of that name. */
export function stepOf(
  guide: Guide,
  key: string,
): { kind: 'question'; question: GuideQuestion } | { kind: 'page'; page: GuidePage } | null {
  const question = guide.questions.find((one) => one.key === key);
  if (question) return { kind: 'question', question };
  const page = guide.pages.find((one) => one.key === key);
  return page ? { kind: 'page', page } : null;
}

const keyOf = (step: Passed): string => (step.kind === 'page' ? step.page.key : step.question.key);

/** Key of the step before this one on the way; null at the start, or when the way doesn't come by it. */
export function keyBefore({ passed, end }: Trail, key: string): string | null {
  const last = end.at === 'question' ? end.question.key : end.at === 'page' ? end.page.key : null;
  const keys = [...passed.map(keyOf), ...(last === null ? [] : [last])];
  return keys[keys.indexOf(key) - 1] ?? null;
}

/** Key of the last step passed: what lies before the form. */
export const lastKey = ({ passed }: Trail): string | null => {
  const last = passed.at(-1);
  return last ? keyOf(last) : null;
};

/** The answers on the way, as an inquiry has them. */
export function answersOn({ passed }: Trail): GuideAnswers {
  return passed.flatMap((step) =>
    step.kind === 'question' ? [{ question: step.question.key, option: step.option.key }] : [],
  );
}
