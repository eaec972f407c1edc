/** What was typed in a version that doesn't exist yet, by version: at most one, the last that was sent. */
export interface TypedText {
  keep: (version: string, values: Record<string, unknown>) => void;
  /** Gives what was kept of the version, once. */
  take: (version: string) => Record<string, unknown> | undefined;
}

/** A place to keep what an editor typed while it is on its way to the CMS. */
export function typedText(): TypedText {
  let kept: { version: string; values: Record<string, unknown> } | undefined;
  return {
    keep(version, values) {
      kept = { version, values };
    },
    take(version) {
      const values = kept?.version === version ? kept.values : undefined;
      kept = undefined;
      return values;
    },
  };
}
