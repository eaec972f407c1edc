/** What roles may be given at the desk, as Strapi names permissions of ours. */
export const DESK_ACTIONS = {
  read: 'api::inquiry.read',
  work: 'api::inquiry.work',
  approve: 'api::inquiry.approve',
  export: 'api::inquiry.export',
  hold: 'api::inquiry.hold',
} as const;
export type DeskAction = keyof typeof DESK_ACTIONS;

/** The desk's own roles; an administrator may change what they may do. */
export const DESK_ROLES: readonly { code: string; actions: readonly DeskAction[] }[] = [
  { code: 'passerelle-intake-agent', actions: ['read', 'work'] },
  { code: 'passerelle-licensee', actions: ['read', 'work', 'approve'] },
  { code: 'passerelle-privacy-officer', actions: ['read', 'export', 'hold'] },
];
