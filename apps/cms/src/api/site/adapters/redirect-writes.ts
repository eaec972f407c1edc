import {
  glossaryPath,
  homePath,
  LOCALES,
  newsletterArchivePath,
  newsPath,
  pollsPath,
  programmesPath,
  readSitePath,
  type SiteAddress,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ruleError } from '../../../platform/rule-error.ts';
import {
  applyRedirectPlan,
  readRedirectsAt,
  type StoredRedirect,
} from '../../redirect/adapters/redirect-rows.ts';
import {
  normalPath,
  planArrival,
  planManual,
  planMove,
  type RedirectPlan,
} from '../../redirect/domain/redirects.ts';
import { type SiteKind, siteKind } from '../domain/kinds.ts';
import type { LiveRow } from './published-rows.ts';
import type { WriteContext } from './write-context.ts';

/** Keeps the redirects in step with where a document is public now, compared with before. */
export async function followMoves(
  strapi: Core.Strapi,
  kind: SiteKind,
  before: readonly LiveRow[],
  after: readonly LiveRow[],
): Promise<void> {
  for (const now of after) {
    const then = before.find((row) => row.documentId === now.documentId && row.locale === now.locale);
    for (const path of [kind.path, kind.pathBelow]) {
      await followMove(strapi, then && pathOf(path, then), pathOf(path, now));
    }
  }
}

async function followMove(strapi: Core.Strapi, from: string | null | undefined, to: string | null) {
  if (to === null || from === to) return;
  const stored = await readRedirectsAt(strapi, from ? [from, to] : [to]);
  const plan = from ? planMove(stored, { from, to }) : planArrival(stored, to);
  await applyRedirectPlan(strapi, plan, stored);
}

function pathOf(path: SiteKind['path'], { locale, slug }: LiveRow): string | null {
  return path === undefined || locale === null || slug === null ? null : path(locale, slug);
}

const draftSchema = z.object({
  from: z.string().optional(),
  to: z.string().nullish(),
  answer: z.string().optional(),
});

/**
 * Settles a redirect before it is written: its paths are normalized, its target followed to where it ends.
 *
 * @returns what led to its `from` and has to lead to its target once it is written.
 * @throws redirect-duplicate, redirect-loop, redirect-shadows-live
 */
export async function settleRedirect(strapi: Core.Strapi, context: WriteContext): Promise<FollowUp | null> {
  const { data, documentId } = context.params;
  if (data === undefined) return null;
  const given = draftSchema.parse(data);
  const own = documentId === undefined ? null : await readOwn(strapi, documentId);
  const from = normalPath((given.from ?? own?.from ?? '').trim());
  const wantedTo = given.to === undefined ? (own?.to ?? null) : given.to;
  const to = wantedTo?.trim() ? normalPath(wantedTo.trim()) : null;
  const stored = (await readRedirectsAt(strapi, to === null ? [from] : [from, to])).filter(
    (rule) => rule.documentId !== documentId,
  );
  if (stored.some((rule) => rule.from === from)) throw ruleError('redirect-duplicate', 'from');
  const live = await isLive(strapi, from);
  const plan = planManual(stored, { from, to }, () => live);
  if (typeof plan === 'string') throw ruleError(plan, plan === 'redirect-loop' ? 'to' : 'from');
  const settled = plan.put.find((rule) => rule.from === from);
  data.from = from;
  data.to = settled?.to ?? null;
  return { plan: { put: plan.put.filter((rule) => rule.from !== from), remove: [] }, stored };
}

/** The redirects that change along with one that is written. */
export interface FollowUp {
  plan: RedirectPlan;
  stored: readonly StoredRedirect[];
}

const ownSchema = z.object({ from: z.string(), to: z.string().nullish() }).nullish();

async function readOwn(strapi: Core.Strapi, documentId: string) {
  const row = await strapi.db.query('api::redirect.redirect').findOne({
    where: { documentId },
    select: ['from', 'to'],
  });
  return ownSchema.parse(row) ?? null;
}

/** Whether there is something to read at a path: the home page, a list, or a public document. */
async function isLive(strapi: Core.Strapi, path: string): Promise<boolean> {
  const lists = [homePath, newsPath, pollsPath, programmesPath, glossaryPath, newsletterArchivePath];
  if (LOCALES.some((locale) => lists.some((list) => path === list(locale)))) return true;
  const address = readSitePath(path);
  if (address === null || !('slug' in address)) return false;
  const { uid, where } = liveAt(address);
  return (await strapi.db.query(uid).count({ where: { publishedAt: { $notNull: true }, ...where } })) > 0;
}

/** What has to be public for a page to be at an address. */
function liveAt({ kind, locale, slug }: Extract<SiteAddress, { slug: string }>) {
  return kind === 'rounds'
    ? { uid: siteKind('round').uid, where: { locale, programme: { slug, locale } } }
    : { uid: siteKind(kind).uid, where: { locale, slug } };
}
