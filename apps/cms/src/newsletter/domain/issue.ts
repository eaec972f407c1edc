/**
 * The life of an issue. `held` waits for a person; `approved` for its time; `preparing` while its deliveries are made.
 * `paused` keeps what is still to send. `finished`: nothing is left to do for anybody.
 */
export const ISSUE_STATES = [
  'draft',
  'held',
  'approved',
  'preparing',
  'sending',
  'paused',
  'finished',
  'cancelled',
] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** What a person may do to an issue. `start`: not to wait for its time. */
export const ISSUE_ACTIONS = ['hold', 'approve', 'start', 'pause', 'resume', 'cancel'] as const;
export type IssueAction = (typeof ISSUE_ACTIONS)[number];

/** From which states an action is allowed, and what it leads to. */
const ACTIONS: Readonly<Record<IssueAction, { from: readonly IssueState[]; to: IssueState }>> = {
  hold: { from: ['draft', 'approved'], to: 'held' },
  approve: { from: ['draft', 'held'], to: 'approved' },
  start: { from: ['approved'], to: 'approved' },
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['draft', 'held', 'approved', 'sending', 'paused'], to: 'cancelled' },
};

/** What an action leads to, and from where. */
export const stepOf = (action: IssueAction) => ACTIONS[action];

/** What may be done to an issue in a state. */
export const actionsIn = (state: IssueState): IssueAction[] =>
  ISSUE_ACTIONS.filter((action) => ACTIONS[action].from.includes(state));

/** Why an issue isn't sent. */
export type IssueProblem =
  | 'sender-missing'
  | 'too-large'
  | 'subject-malformed'
  | 'unsubscribe-missing'
  | 'text-missing'
  | 'recognition-expired'
  | 'preparation'
  | 'authentication'
  | 'sender-refused'
  | 'failures-in-a-row';
