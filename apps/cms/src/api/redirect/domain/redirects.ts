/**
 * The laws of redirects: no chains, no loops, and no redirect where there is something to read.
 * Paths are compared as `normalPath` writes them.
 */

/** A redirect; `to` is a path, an address elsewhere, or null where the old address answers 410 or 451. */
export interface RedirectRule {
  from: string;
  to: string | null;
}

/** What is to be written: `put` replaces whatever has the same `from`. */
export interface RedirectPlan {
  put: RedirectRule[];
  /** The `from` of redirects that must go. */
  remove: string[];
}

export type RedirectRefusal = 'redirect-loop' | 'redirect-shadows-live';

/** A path with its last slash, unless it names a file. An address elsewhere stays as it is. */
export function normalPath(path: string): string {
  if (!path.startsWith('/') || path.endsWith('/')) return path;
  return /\.[a-z0-9]{1,8}$/i.test(path) ? path : `${path}/`;
}

/**
 * Something has moved from one address to another that is live from now on. What led to the old address leads
 * to the new one, and no redirect stays in the new one's way.
 */
export function planMove(rules: readonly RedirectRule[], move: { from: string; to: string }): RedirectPlan {
  const { from, to } = move;
  if (from === to) return { put: [], remove: rulesAt(rules, to) };
  const retargeted = rules
    .filter((rule) => rule.to === from && rule.from !== to && rule.from !== from)
    .map((rule) => ({ from: rule.from, to }));
  return { put: [...retargeted, { from, to }], remove: rulesAt(rules, to) };
}

/** Something has become live at an address: no redirect may shadow it. */
export function planArrival(rules: readonly RedirectRule[], path: string): RedirectPlan {
  return { put: [], remove: rulesAt(rules, path) };
}

/**
 * A redirect written by a person. Its target is followed to where it ends, and what led to its `from` is led
 * there too.
 */
export function planManual(
  rules: readonly RedirectRule[],
  wanted: RedirectRule,
  isLive: (path: string) => boolean,
): RedirectPlan | RedirectRefusal {
  if (isLive(wanted.from)) return 'redirect-shadows-live';
  const others = rules.filter((rule) => rule.from !== wanted.from);
  const to = wanted.to === null ? null : finalTarget(others, wanted.to);
  if (to === wanted.from) return 'redirect-loop';
  const led = to === null ? [] : others.filter((rule) => rule.to === wanted.from);
  return { put: [...led.map((rule) => ({ from: rule.from, to })), { from: wanted.from, to }], remove: [] };
}

function finalTarget(rules: readonly RedirectRule[], to: string): string {
  const seen = new Set<string>();
  let target = to;
  for (;;) {
    const next = rules.find((rule) => rule.from === target)?.to;
    if (next === undefined || next === null || seen.has(target)) return target;
    seen.add(target);
    target = next;
  }
}

function rulesAt(rules: readonly RedirectRule[], path: string): string[] {
  return rules.filter((rule) => rule.from === path).map((rule) => rule.from);
}
