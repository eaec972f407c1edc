import { LOCALES, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { askInstantDigest } from '../../../newsletter/instant-digests.ts';
import { type Alarm, raiseAlarm } from '../../../platform/alarm.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Clock } from '../../../platform/jobs/settings.ts';
import { ruleError } from '../../../platform/rule-error.ts';
import { keepWording } from '../../consent-text/adapters/keep-wording.ts';
import { keepRecognizedConsultant } from '../../consultant/adapters/consultant-rules.ts';
import { markRecognition } from '../../consultant/adapters/mark-recognition.ts';
import { settleGuideVersion } from '../../guide/adapters/guide-version.ts';
import { keepGuideWordings } from '../../guide/adapters/guide-wordings.ts';
import { keepBallots } from '../../poll/adapters/ballot-rules.ts';
import { applyRedirectPlan } from '../../redirect/adapters/redirect-rows.ts';
import { frenchFirst } from '../domain/french-first.ts';
import { type SiteKind, siteKindOf } from '../domain/kinds.ts';
import { type ChangedDocument, lockContent, recordChanges } from './changes.ts';
import { type LiveRow, readLiveRows, readPublishedDocuments } from './published-rows.ts';
import { refuseUnreadable } from './readability.ts';
import { followMoves, settleRedirect } from './redirect-writes.ts';
import { readReferrers } from './referrers.ts';
import { shareFields } from './shared-fields.ts';
import { settleClonedSlugs, settleSlug } from './slug-writes.ts';
import { asWrite, type WriteContext } from './write-context.ts';

interface Setting {
  strapi: Core.Strapi;
  jobs: Jobs;
  clock: Clock;
  /** How long new articles gather before the readers who want each are told of them. */
  gatherSeconds: number;
}

/**
 * Puts the newsroom's rules around every write of what the site shows, whichever way it comes: the admin, its
 * bulk actions, the seed, an import. The write, what follows from it and the record of the change are one
 * transaction; Strapi's own is inside of this one.
 */
export function registerContentRules(setting: Setting): void {
  const { strapi } = setting;
  strapi.documents.use(async (context, next) => {
    const kind = siteKindOf(context.uid);
    const write = asWrite(context);
    if (kind === undefined || write === undefined) return next();
    return strapi.db.transaction(({ trx }) => ruledWrite(setting, trx, kind, write, async () => next()));
  });
}

const resultSchema = z
  .object({ documentId: z.string().optional(), entries: z.unknown().optional() })
  .nullish();

async function ruledWrite<Result>(
  { strapi, jobs, clock, gatherSeconds }: Setting,
  transaction: Transaction,
  kind: SiteKind,
  context: WriteContext,
  next: () => Promise<Result>,
): Promise<Result> {
  await lockContent(transaction);
  const followUp = await prepare(strapi, kind, context);
  const known = context.action === 'clone' ? undefined : context.params.documentId;
  const before = known === undefined ? [] : await readLiveRows(strapi, kind.kind, [known]);
  const contentBefore = comparesContent(kind)
    ? await readPublishedDocuments(strapi, kind.kind, known === undefined ? [] : [known])
    : [];
  const takesAway = context.action === 'unpublish' || context.action === 'delete';
  const bereft = takesAway ? await readReferrers(strapi, kind.kind, idsOf(before)) : [];

  const result = await next();

  const written = resultSchema.parse(result);
  if (context.action === 'clone') await settleClonedSlugs(strapi, kind, written?.entries);
  if (followUp) await applyRedirectPlan(strapi, followUp.plan, followUp.stored);
  const documentId = known ?? written?.documentId;
  if (documentId === undefined) return result;

  const after = kind.byLanguage
    ? await readLiveRows(strapi, kind.kind, [documentId])
    : await enforceFrenchFirst(strapi, kind, documentId, takesAway ? 'takes-away' : 'puts-out');
  await keepRecognizedConsultant(strapi, kind.kind);
  if (kind.kind === 'consultant') {
    const alarm = (about: Alarm) => raiseAlarm(strapi, about);
    await markRecognition({ strapi, clock, alarm }, transaction, documentId);
  }
  if (kind.kind === 'poll' && takesAway) {
    await keepBallots(strapi, transaction, documentId, 'takes-away');
  }
  if (kind.drafts && sameRows(before, after)) return result;

  await shareFields(strapi, kind, before, after);
  if (kind.kind === 'guide') {
    await settleGuideVersion(strapi, documentId, contentBefore);
    const rows = await readPublishedDocuments(strapi, 'guide', [documentId]);
    await keepGuideWordings(transaction, rows, clock().getTime());
  }
  if (kind.kind === 'consent-text') await keepWording(strapi, documentId, contentBefore);
  if (kind.kind === 'article') {
    await dateFirstPublication(strapi, documentId, after);
    if (after.some(({ locale }) => before.every((row) => row.locale !== locale))) {
      await askInstantDigest(jobs, transaction, new Date(clock().getTime() + gatherSeconds * 1000));
    }
  }
  await refuseUnreadable(strapi, kind, after, new Set(idsOf(before)));
  if (kind.kind === 'poll' && !takesAway) {
    await keepBallots(strapi, transaction, documentId, 'puts-out');
  }
  await followMoves(strapi, kind, before, after);
  await recordChanges(transaction, jobs, [...changesOf(kind, before, after), ...bereft], clock());
  return result;
}

async function prepare(strapi: Core.Strapi, kind: SiteKind, context: WriteContext) {
  const { action, params } = context;
  if (action === 'clone') params.data = { ...params.data, slug: null };
  // Its number is given when it is published.
  if (kind.kind === 'guide') delete params.data?.version;
  if (action !== 'create' && action !== 'update') return null;
  await settleSlug(strapi, kind, context);
  return kind.kind === 'redirect' ? settleRedirect(strapi, context) : null;
}

/** What is allowed or follows depends on what was public, not only on whether it was. */
const comparesContent = ({ kind }: SiteKind) => kind === 'guide' || kind === 'consent-text';

/** Where the document is public in the end. */
async function enforceFrenchFirst(
  strapi: Core.Strapi,
  kind: SiteKind,
  documentId: string,
  write: 'puts-out' | 'takes-away',
): Promise<LiveRow[]> {
  const live = await readLiveRows(strapi, kind.kind, [documentId]);
  const publicIn = new Set(live.flatMap(({ locale }) => locale ?? []));
  switch (frenchFirst(publicIn, write)) {
    case 'nothing':
      return live;
    case 'refuse':
      throw ruleError('french-first');
    case 'take-english-away': {
      const documents = strapi.documents(kind.uid);
      const locale: Locale = 'en-CA';
      await (kind.drafts && documents.unpublish
        ? documents.unpublish({ documentId, locale })
        : documents.delete({ documentId, locale }));
      return readLiveRows(strapi, kind.kind, [documentId]);
    }
  }
}

/** Dates a first publication by itself; a date that is there, an editor's or an earlier one, stays. */
async function dateFirstPublication(
  strapi: Core.Strapi,
  documentId: string,
  live: readonly LiveRow[],
): Promise<void> {
  for (const { locale, publishedAt } of live) {
    await strapi.db.query('api::article.article').updateMany({
      where: { documentId, locale, publicSince: { $null: true } },
      data: { publicSince: publishedAt },
    });
  }
}

function changesOf(kind: SiteKind, before: readonly LiveRow[], after: readonly LiveRow[]): ChangedDocument[] {
  const places = [...LOCALES, null].flatMap((locale) =>
    [...before, ...after].filter((row) => row.locale === locale),
  );
  return places.map(({ documentId, locale }) => ({ kind: kind.kind, documentId, locale }));
}

function idsOf(rows: readonly LiveRow[]): number[] {
  return rows.map((row) => row.id);
}

/** A public row is never changed in place, except along with one that is new. */
function sameRows(before: readonly LiveRow[], after: readonly LiveRow[]): boolean {
  return before.length === after.length && before.every(({ id }) => after.some((row) => row.id === id));
}
