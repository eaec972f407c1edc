import { useEffect, useRef, useState } from 'react';

export interface Answer<T> {
  /** Null before the first answer. */
  answer: T | null;
  /** Whether the last question had no answer. */
  missed: boolean;
  again: () => void;
}

/** Asks once for each `occasion`, and `again`. What comes after a later question is left unread. */
export function useAnswer<T>(ask: () => Promise<T>, occasion: string): Answer<T> {
  const [known, setKnown] = useState<{ answer: T | null; missed: boolean }>({ answer: null, missed: false });
  const [turn, setTurn] = useState(0);
  const question = useRef(ask);
  question.current = ask;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new occasion is what asks again
  useEffect(() => {
    let current = true;
    question.current().then(
      (answer) => current && setKnown({ answer, missed: false }),
      () => current && setKnown((before) => ({ ...before, missed: true })),
    );
    return () => {
      current = false;
    };
  }, [occasion, turn]);

  return { ...known, again: () => setTurn((before) => before + 1) };
}
