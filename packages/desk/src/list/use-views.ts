import type { DeskView } from '@passerelle/contracts';
import { useEffect, useState } from 'react';
import { type Changed, useDeskService } from '../service/desk-service.ts';
import type { Refused } from '../words/refusal.ts';

/** Somebody's own views. */
export interface OwnViews {
  views: readonly DeskView[];
  /** Goes on with what a change has answered. Null when it was done, else why not. */
  settle: (changing: Promise<Changed<DeskView[]>>) => Promise<Refused | null>;
}

/** Null until they are known; none where they can't be had, so that the list is there all the same. */
export function useViews(): OwnViews | null {
  const service = useDeskService();
  const [views, setViews] = useState<readonly DeskView[] | null>(null);

  useEffect(() => {
    let current = true;
    service.views().then(
      (found) => current && setViews(found),
      () => current && setViews([]),
    );
    return () => {
      current = false;
    };
  }, [service]);

  async function settle(changing: Promise<Changed<DeskView[]>>) {
    const changed = await changing.catch(() => null);
    if (changed === null) return 'failed' as const;
    if (!changed.done) return changed.code;
    setViews(changed.value);
    return null;
  }

  return views === null ? null : { views, settle };
}
