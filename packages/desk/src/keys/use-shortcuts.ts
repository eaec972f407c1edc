import { useEffect, useRef } from 'react';
import { type Shortcut, shortcutOf } from './shortcuts.ts';

const FIELDS =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"]';

/** Calls `act` for each shortcut that is pressed on the page, while `on`. */
export function useShortcuts(on: boolean, act: (shortcut: Shortcut) => void): void {
  const current = useRef(act);
  current.current = act;
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      const typing =
        document.querySelector('[role="dialog"]') !== null ||
        (target instanceof Element && target.closest(FIELDS) !== null);
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      const shortcut = shortcutOf({ key: event.key, modified, typing });
      if (shortcut === null) return;
      event.preventDefault();
      current.current(shortcut);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
