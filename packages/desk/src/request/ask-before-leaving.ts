import { useEffect } from 'react';

/** Has the browser ask before the page is closed or read anew, while something typed isn't sent. */
export function useAskBeforeLeaving(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);
}
