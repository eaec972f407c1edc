/** How long work that nobody waits for gives way at most, in milliseconds: it gets on, however many people come. */
const PATIENCE_MS = 250;

/** Who goes first in a process that has one thread and, on SQLite, one connection. */
export interface RightOfWay {
  /** Does what somebody waits for. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Settles once nobody waits, after a quarter of a second at the latest. */
  giveWay(): Promise<void>;
}

/** Has the work that people wait for go before the work that nobody does. */
export function createRightOfWay(): RightOfWay {
  let underWay = 0;
  const waiting = new Set<() => void>();
  return {
    async first(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) for (const go of waiting) go();
      }
    },

    giveWay() {
      if (underWay === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, PATIENCE_MS);
        waiting.add(go);
      });
    },
  };
}

/** Of this process: what visitors send goes before its jobs. */
export const visitorsFirst = createRightOfWay();
