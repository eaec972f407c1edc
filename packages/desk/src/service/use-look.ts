import { useEffect, useState } from 'react';

/** Something that was looked up. */
export interface Looked<T> {
  /** Null before it is known. */
  found: T | null;
  /** There is no such thing. */
  missing: boolean;
  /** Nothing was answered. */
  missed: boolean;
  /** Goes on with how it stands now. */
  put: (found: T) => void;
}

/** Looks something up once, by its id. Not again by itself: what is personal in it makes each look go on record. */
export function useLook<T>(look: (id: string) => Promise<T | null>, id: string): Looked<T> {
  const [found, put] = useState<T | null>(null);
  const [state, setState] = useState<'reading' | 'missing' | 'missed'>('reading');

  useEffect(() => {
    let current = true;
    look(id).then(
      (answer) => {
        if (!current) return;
        if (answer === null) setState('missing');
        else put(answer);
      },
      () => current && setState('missed'),
    );
    return () => {
      current = false;
    };
  }, [look, id]);

  return { found, missing: state === 'missing', missed: state === 'missed', put };
}
