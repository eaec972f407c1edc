import type { FileRefusal, InquiryStatus } from '@passerelle/contracts';
import { hasEnded } from '../../inquiry/domain/life.ts';

/** How long an invitation is good, in milliseconds. */
export const INVITATION_MS = 14 * 86_400_000;

/** An invitation as it is stored; instants are milliseconds since 1970. */
export interface Invitation {
  id: string;
  inquiry: string;
  at: number;
  endsAt: number;
  actor: string;
  most: number;
  received: number;
}

/** Why nothing can be sent on an invitation; null when it can. What has ended needs no files any more. */
export function invitationFault(
  invitation: Pick<Invitation, 'endsAt' | 'most' | 'received'> | null,
  status: InquiryStatus | null,
  now: number,
): Extract<FileRefusal, 'invitation-unknown' | 'invitation-ended' | 'too-many'> | null {
  if (invitation === null || status === null) return 'invitation-unknown';
  if (invitation.endsAt <= now || hasEnded(status)) return 'invitation-ended';
  return invitation.received >= invitation.most ? 'too-many' : null;
}
