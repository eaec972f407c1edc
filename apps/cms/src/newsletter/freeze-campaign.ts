import { recordAudit } from '../platform/audit/audit.ts';
import type { Transaction } from '../platform/jobs/database.ts';
import { hasLeft, listIssuesOf } from './adapters/campaign-issue-rows.ts';
import { insertIssue } from './adapters/issue-rows.ts';
import { insertRendition } from './adapters/rendition-rows.ts';
import { titleOf, type WrittenCampaign, type WrittenText } from './campaign-words.ts';
import {
  type Campaign,
  type CampaignContent,
  callsForQuebec,
  issueIdOf,
  localesOf,
} from './domain/campaign.ts';
import { frozenKey } from './open-campaign.ts';

/** Who does something, as the audit names them. */
export interface Actor {
  id: number;
  name: string;
}

export interface SubmitWish {
  /** Not before; null for as soon as may be. */
  sendAt: Date | null;
  actor: Actor;
  /** Whether a person has to let it go. */
  held: boolean;
}

/** Why a campaign isn't submitted: it is under way already, or some readers have it. */
export type SubmitRefusal = 'campaign-submitted' | 'campaign-sent';

/** The languages in which a campaign is sent. */
export const languagesOf = (
  { segment }: Pick<Campaign, 'segment'>,
  languages: readonly WrittenText[],
): WrittenText[] => languages.filter(({ text }) => localesOf(segment).includes(text.locale));

/**
 * Makes the issue of a campaign, with its words as they are now: whatever changes afterwards, these are sent. One that
 * was cancelled before anybody had it may be submitted again.
 *
 * @returns null when it was done.
 */
export async function freezeCampaign(
  trx: Transaction,
  { campaign, languages }: WrittenCampaign,
  { sendAt, actor, held }: SubmitWish,
  now: Date,
): Promise<SubmitRefusal | null> {
  const earlier = await listIssuesOf(trx, campaign.documentId);
  if (earlier.some(({ state }) => state !== 'cancelled')) return 'campaign-submitted';
  for (const { id } of earlier) if (await hasLeft(trx, id)) return 'campaign-sent';
  const sent = languagesOf(campaign, languages);
  const id = issueIdOf(campaign.documentId, earlier.length + 1);
  const content: CampaignContent = {
    campaign: campaign.documentId,
    subject: titleOf(campaign),
    segment: campaign.segment,
    sender: Object.fromEntries(sent.map(({ text, sender }) => [text.locale, [...sender]])),
    authors: [...new Set([...campaign.authors, actor.id])],
    quebec: sent.some(({ text }) => text.blocks.some(callsForQuebec)),
  };
  const inserted = await insertIssue(trx, {
    id,
    kind: 'campaign',
    state: held ? 'held' : 'approved',
    content,
    at: now,
    sendAt: sendAt ?? now,
    until: null,
  });
  // Somebody else was quicker.
  if (!inserted) return 'campaign-submitted';
  for (const { text, rendition } of sent) {
    await insertRendition(trx, id, frozenKey(text.locale), rendition);
  }
  const detail = JSON.stringify({ issue: id, sendAt: sendAt?.toISOString() ?? null });
  await recordAudit(trx, {
    at: now,
    actor: actor.name,
    action: 'newsletter-submit',
    subject: campaign.documentId,
    detail,
  });
  return null;
}
