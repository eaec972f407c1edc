import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { issuePrefixOf } from '../domain/campaign.ts';
import { type Issue, issueSchema } from './issue-rows.ts';

/** Every issue of a campaign, the newest first. */
export async function listIssuesOf(db: Connection | Transaction, campaign: string): Promise<Issue[]> {
  const rows = await db('passerelle_issues')
    .where('id', 'like', `${issuePrefixOf(campaign)}%`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc');
  return z.array(issueSchema).parse(rows);
}

/** Whether anybody has a mail of an issue, or may have. */
export async function hasLeft(db: Connection | Transaction, issue: string): Promise<boolean> {
  const left = await db('passerelle_deliveries')
    .where({ issue })
    .whereIn('state', ['sending', 'sent', 'bounced', 'uncertain'])
    .first('id');
  return left !== undefined;
}
