import { useEffect, useRef, useState } from 'react';
import { startPoll } from './poll.ts';

/** What is known: null before the first answer; `missed` while the last question has no answer. */
export interface Reading<Answer> {
  answer: Answer | null;
  missed: boolean;
}

interface Question<Answer> {
  read: () => Promise<Answer>;
  /** Milliseconds until the next look. */
  pause: (answer: Answer | null) => number;
  /** What is asked about: with another subject, what was known is forgotten. */
  subject: string;
  /** When this changes, the question is asked at once. */
  occasion: string;
}

/** Keeps an answer of the CMS up to date while the component is on a visible page. */
export function usePoll<Answer>({ read, pause, subject, occasion }: Question<Answer>): Reading<Answer> {
  const [known, setKnown] = useState<Reading<Answer> & { subject: string }>({
    subject,
    answer: null,
    missed: false,
  });
  const question = useRef({ read, pause });
  question.current = { read, pause };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new occasion is what asks again
  useEffect(
    () =>
      startPoll<Answer>({
        read: () => question.current.read(),
        pause: (answer) => question.current.pause(answer),
        show: (answer) =>
          setKnown((before) => ({
            subject,
            answer: answer ?? (before.subject === subject ? before.answer : null),
            missed: answer === null,
          })),
        page: document,
      }),
    [subject, occasion],
  );
  return known.subject === subject ? known : { answer: null, missed: false };
}
