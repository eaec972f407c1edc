/**
 * How a hand-over ended. `retry`: it is certain that nobody has it, and it may be tried again. `refused`: it won't
 * be taken whenever it is tried. `uncertain`: the other side may have it.
 */
export type Delivery =
  | { verdict: 'sent' }
  | {
      verdict: 'retry' | 'refused' | 'uncertain';
      /** Code, reply and command: nothing the other side has said, since that may name a person. */
      reason: string;
    };
