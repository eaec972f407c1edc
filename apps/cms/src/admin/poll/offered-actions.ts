import type { PollState } from '@passerelle/contracts';
import type { PollLook } from '../../api/poll-desk/domain/answers.ts';

/** What staff does with a poll. */
export type DeskAction = 'close' | 'extend' | 'reset' | 'export';

/** What makes sense in each state, whoever asks. */
const BY_STATE: Readonly<Record<PollState, readonly DeskAction[]>> = {
  upcoming: ['extend', 'export'],
  open: ['close', 'extend', 'reset', 'export'],
  closed: ['reset', 'export'],
  final: ['export'],
};

/** What decides of the buttons. */
interface Standing {
  desk: Pick<PollLook['desk'], 'state' | 'published'>;
  may: PollLook['may'];
}

/** What a person may do with a poll now. */
export function offeredActions({ desk, may }: Standing): DeskAction[] {
  const allowed: Readonly<Record<DeskAction, boolean>> = {
    close: may.steer,
    extend: may.steer && desk.published,
    reset: may.reset,
    export: true,
  };
  return BY_STATE[desk.state].filter((action) => allowed[action]);
}
