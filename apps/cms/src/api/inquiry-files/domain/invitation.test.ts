import { expect, it } from 'vitest';
import { invitationFault } from './invitation.ts';

const open = { endsAt: 1_000, most: 2, received: 1 };

it('takes files until its end, as many as were asked for, while the inquiry is worked on', () => {
  expect(invitationFault(open, 'assigned', 999)).toBeNull();
  expect(invitationFault(open, 'assigned', 1_000)).toBe('invitation-ended');
  expect(invitationFault(open, 'closed', 999)).toBe('invitation-ended');
  expect(invitationFault({ ...open, received: 2 }, 'assigned', 999)).toBe('too-many');
  expect(invitationFault(null, 'assigned', 999)).toBe('invitation-unknown');
  expect(invitationFault(open, null, 999)).toBe('invitation-unknown');
});
