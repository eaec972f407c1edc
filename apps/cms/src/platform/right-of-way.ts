/** Who comes this soon after another, in milliseconds, comes together with them. */
const LULL_MS = 25;
/** How long work that nobody waits for gives way at most, in milliseconds: it gets on, however many people come. */
const PATIENCE_MS = 250;

/** Who goes first in a process that has one thread and, on SQLite, one connection. */
export interface RightOfWay {
  /** Does what somebody waits for. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Settles once nobody has waited for a moment, after a quarter of a second at the latest. */
  giveWay(): Promise<void>;
}

/** Has the work that people wait for go before the work that nobody does. */
export function createRightOfWay(): RightOfWay {
  let underWay = 0;
  let lastServed = Number.NEGATIVE_INFINITY;

  /** How long it is until nobody has waited for a moment, if nobody comes. */
  const untilLull = () => (underWay > 0 ? LULL_MS : Math.max(0, lastServed + LULL_MS - performance.now()));

  return {
    async first(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        lastServed = performance.now();
      }
    },

    async giveWay() {
      const end = performance.now() + PATIENCE_MS;
      for (let pause = untilLull(); pause > 0 && performance.now() < end; pause = untilLull()) {
        await new Promise((resolve) => setTimeout(resolve, Math.ceil(pause)));
      }
    },
  };
}

/** Of this process: what visitors send goes before its jobs. */
export const visitorsFirst = createRightOfWay();
