import type { Guide, GuideAnswers, InquiryDetail } from '@passerelle/contracts';

/** What a guide says in one language: by the key of a question its title, and its answers by theirs. */
export type GuideWording = Readonly<
  Record<string, { title: string; options: Readonly<Record<string, string>> }>
>;

export function wordingOf({ questions }: Pick<Guide, 'questions'>): GuideWording {
  return Object.fromEntries(
    questions.map(({ key, title, options }) => [
      key,
      { title, options: Object.fromEntries(options.map((option) => [option.key, option.label])) },
    ]),
  );
}

/** Answers in these words; null for what they don't have. */
export function wordAnswers(wording: GuideWording, answers: GuideAnswers): InquiryDetail['answersInWords'] {
  return answers.map(({ question, option }) => {
    const asked = Object.hasOwn(wording, question) ? wording[question] : undefined;
    const given = asked !== undefined && Object.hasOwn(asked.options, option) ? asked.options[option] : null;
    return { question: asked?.title ?? null, option: given ?? null };
  });
}
